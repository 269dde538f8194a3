package fi.tiedote.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import fi.tiedote.RunningTiedote;
import fi.tiedote.kit.TestDatabase;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

/** What differs where a city runs it for the public. */
class InstallationTests {
    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void itIsSecureModestAndHonestAboutOutages() throws Exception {
        try (var tiedote = RunningTiedote.start(
                TestDatabase.fresh(),
                "--tiedote.base-url=https://tiedote.example.fi",
                "--tiedote.relays[0].host=127.0.0.1",
                "--tiedote.relays[0].port=1")) {
            var page = send(HttpRequest.newBuilder(tiedote.at("/?ui=sv")));
            assertThat(page.headers().firstValue("Set-Cookie")).get().asString().contains("Secure");
            assertThat(page.body()).doesNotContain("/mailbox");

            for (var time = 0; time < 30; time++) {
                assertThat(subscribe(tiedote).statusCode()).isEqualTo(303);
            }
            assertThat(subscribe(tiedote).statusCode()).isEqualTo(429);
            assertThat(subscribe(tiedote).headers().firstValue("Retry-After"))
                    .get()
                    .asString()
                    .matches("[1-9][0-9]*");

            tiedote.bean(HikariDataSource.class).close();
            var away = send(HttpRequest.newBuilder(tiedote.at("/")));
            assertThat(away.statusCode()).isEqualTo(503);
            assertThat(away.body()).contains("<h1>").doesNotContain("Hikari");
        }
    }

    /** As a robot does, so that no letter is queued. */
    private HttpResponse<String> subscribe(RunningTiedote tiedote) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(tiedote.at("/subscribe"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("email=a%40example.org&website=x")));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
