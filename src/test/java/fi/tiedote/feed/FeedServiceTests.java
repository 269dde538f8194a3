package fi.tiedote.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.tiedote.kit.Drafts;
import fi.tiedote.kit.TestDatabase;
import fi.tiedote.release.NewsDesk;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"tiedote.data=target/feed-service", "tiedote.sources="})
@DirtiesContext
class FeedServiceTests {
    private static final TestDatabase DATABASE = TestDatabase.fresh();

    private final NewsDesk desk;
    private final URI feed;

    FeedServiceTests(@Autowired NewsDesk desk, @LocalServerPort int port) {
        this.desk = desk;
        this.feed = URI.create("http://127.0.0.1:" + port + "/feeds/releases.json");
    }

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        registry.add("spring.datasource.url", DATABASE::url);
        registry.add("spring.datasource.username", DATABASE::username);
        registry.add("spring.datasource.password", DATABASE::password);
    }

    @Test
    void aReleaseIsInTheFeedAsSoonAsItIsPublished() throws Exception {
        assertThat(get().body()).contains("\"items\":[]");
        desk.keep(Drafts.plain("a"));
        await().untilAsserted(() -> assertThat(get().body()).contains("Otsikko a"));
    }

    @Test
    void aFeedComesAheadOfAllThatIsForPages() throws Exception {
        assertThat(get().headers().map())
                .containsKey("etag")
                .doesNotContainKeys("set-cookie", "content-security-policy", "x-frame-options", "expires");
    }

    private HttpResponse<String> get() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(feed).header("User-Agent", "odd").build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
