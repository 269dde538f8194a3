package fi.tiedote.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.tiedote.RunningTiedote;
import fi.tiedote.city.Language;
import fi.tiedote.delivery.Addressee;
import fi.tiedote.delivery.Editions;
import fi.tiedote.delivery.Ledger;
import fi.tiedote.delivery.Priority;
import fi.tiedote.delivery.Sheet;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MailboxTests {
    private static final int LETTERS = 60;
    private static final String HTML = "<html lang=\"fi\"><head><title>x</title></head><body style=\"color: red\">"
            + "<a href=\"https://example.fi/\">Äiti</a><script>alert(1)</script></body></html>";
    private static final String TEXT = "Hyvää päivää <b>\nhttps://example.fi/a?b=c&d.";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    static Path data;

    private static RunningTiedote tiedote;

    @BeforeAll
    static void send() {
        tiedote = RunningTiedote.start(data, "--tiedote.base-url=http://tiedote.example.fi");
        var ledger = tiedote.bean(Ledger.class);
        var issue = ledger.open("daily", "2026-11-23", Priority.DIGEST);
        var sheet = new Sheet(Language.FI, "Äiti & <muut>", HTML, TEXT);
        var people = LongStream.rangeClosed(1, LETTERS)
                .mapToObj(id -> new Addressee(id, "tilaaja" + id + "@example.org"))
                .toList();
        ledger.queue(tiedote.bean(Editions.class).keep(issue, "fi", sheet), people);
        await().atMost(Duration.ofSeconds(20)).until(() -> messages("").size() == LETTERS);
    }

    @AfterAll
    static void stop() {
        tiedote.close();
    }

    @Test
    void scriptsReadWhoGotWhatNewestFirst() {
        var messages = messages("?limit=2");
        var first = messages.get(0);

        assertThat(messages).hasSize(2);
        assertThat(first.get("to").asString()).matches("tilaaja\\d+@example.org");
        assertThat(first.get("from").asString()).contains("Esimerkkilän kaupunki", "<tiedotteet@example.fi>");
        assertThat(first.get("subject").asString()).isEqualTo("Äiti & <muut>");
        assertThat(first.get("received").asString()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:[\\d.]+Z");
        assertThat(first.get("id").asString())
                .isGreaterThan(messages.get(1).get("id").asString());
    }

    @Test
    void theBytesAreThoseOfTheFile() throws Exception {
        var id = newest();
        var answer = HTTP.send(
                HttpRequest.newBuilder(tiedote.at("/mailbox/api/messages/" + id + ".eml"))
                        .build(),
                BodyHandlers.ofByteArray());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("message/rfc822");
        assertThat(answer.body())
                .isEqualTo(Files.readAllBytes(data.resolve("mailbox").resolve(id + ".eml")));
        assertThat(new String(answer.body(), StandardCharsets.US_ASCII)).startsWith("Date: ");
    }

    @Test
    void peopleLeafThroughTheList() {
        assertThat(get("/mailbox?ui=en").body())
                .contains("page 1 of 2", "href=\"/mailbox?page=2\"", "Äiti &amp; &lt;muut&gt;", newest())
                .doesNotContain("Newer");
        assertThat(get("/mailbox?ui=en&page=2").body()).contains("page 2 of 2").doesNotContain(newest());
        assertThat(get("/mailbox?ui=en&page=99").body()).contains("page 2 of 2");
    }

    @Test
    void peopleReadALetterInBothFormsAndItsHeaders() {
        assertThat(get("/mailbox/" + newest()).body())
                .contains("<iframe src=\"/mailbox/" + newest() + "/html\"")
                .contains("Hyvää päivää &lt;b&gt;")
                .contains("<a href=\"https://example.fi/a?b=c&amp;d\">")
                .contains("List-Unsubscribe-Post", "/mailbox/api/messages/" + newest() + ".eml")
                .doesNotContain("<script");
    }

    @Test
    void nothingInALetterRunsAndItsLinksLeaveTheFrame() {
        var letter = get("/mailbox/" + newest() + "/html");

        assertThat(letter.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("default-src 'none'", "sandbox", "frame-ancestors 'self'")
                .doesNotContain("script-src", "allow-scripts", "allow-same-origin");
        assertThat(letter.body()).contains("<base target=\"_top\">", "color: red", "Äiti");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/mailbox/nothing",
                "/mailbox/nothing/html",
                "/mailbox/20261123T090000.000Z-000000-abcd",
                "/mailbox/api/messages/nothing.eml",
                "/mailbox/api/messages/..config.eml",
                "/mailbox/api"
            })
    void whatIsNotThereIsNotFound(String path) {
        assertThat(get(path).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/mailbox?page=x", "/mailbox/api/messages?limit=x", "/mailbox/api/messages/..%2Fx.eml"})
    void nonsenseIsTheClientsFault(String path) {
        assertThat(get(path).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/mailbox",
                "/mailbox/",
                "/mailbox/api/messages",
                "/%6Dailbox/api/messages",
                "/mailbox/api/%6Dessages"
            })
    void whoComesThroughAProxyIsRefused(String path) throws Exception {
        for (var sign : List.of("X-Forwarded-For", "Forwarded", "Via")) {
            var request = HttpRequest.newBuilder(tiedote.at(path)).header(sign, "192.0.2.1");
            assertThat(HTTP.send(request.build(), BodyHandlers.ofString()).statusCode())
                    .isEqualTo(403);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, 200",
        "localhost:8080, 200",
        "[::1]:8080, 200",
        "tiedote.example.fi, 200",
        "TIEDOTE.example.fi:80, 200",
        "evil.example, 403",
        "127.0.0.1.evil.example, 403",
        "localhost.evil.example, 403"
    })
    void aNameThatIsNotOursIsRefused(String host, int status) throws IOException {
        assertThat(statusFor(host)).isEqualTo(status);
    }

    private static int statusFor(String host) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), tiedote.port())) {
            var request = "GET /mailbox/api/messages HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.substring(9, 12));
        }
    }

    private static String newest() {
        return messages("").get(0).get("id").asString();
    }

    private static JsonNode messages(String query) {
        return JsonMapper.shared().readTree(get("/mailbox/api/messages" + query).body());
    }

    private static HttpResponse<String> get(String path) {
        return get(tiedote.at(path));
    }

    private static HttpResponse<String> get(URI address) {
        try {
            return HTTP.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
