package fi.tiedote.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.tiedote.RunningTiedote;
import fi.tiedote.kit.AtomRules;
import fi.tiedote.kit.OutlineRules;
import fi.tiedote.kit.RssRules;
import fi.tiedote.kit.SitemapRules;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What somebody who tries the default set-up gives to a validator. */
class SamplesFeedTests {
    private static final int SAMPLES = 42;

    /** Later than any sample. */
    private static final Instant NOW = Instant.parse("2027-01-01T00:00:00Z");

    @TempDir
    private Path data;

    @Test
    void everythingThatMachinesReadOfTheSamplesIsValid() throws Exception {
        try (var tiedote = RunningTiedote.start(data)) {
            await().atMost(Duration.ofSeconds(60)).until(() -> count(tiedote) >= SAMPLES);

            assertThat(RssRules.complaints(get(tiedote, "/feeds/releases.rss?limit=200"), NOW))
                    .isEmpty();
            assertThat(RssRules.complaints(get(tiedote, "/feeds/releases.rss?lang=sv&limit=5"), NOW))
                    .isEmpty();
            assertThat(AtomRules.complaints(get(tiedote, "/feeds/releases.atom?limit=200"), NOW))
                    .isEmpty();
            assertThat(OutlineRules.complaints(get(tiedote, "/feeds/releases.opml"), NOW))
                    .isEmpty();
            for (var sitemap : new String[] {"/sitemap.xml", "/sitemap-news.xml"}) {
                assertThat(SitemapRules.complaints(get(tiedote, sitemap), NOW)).isEmpty();
            }
            assertThat(Schemas.errors(
                            "json-feed-1.1",
                            JsonMapper.shared().readTree(get(tiedote, "/feeds/releases.json?limit=200"))))
                    .isEmpty();
        }
    }

    private static int count(RunningTiedote tiedote) {
        return JsonMapper.shared()
                .readTree(get(tiedote, "/feeds/releases.json?limit=200"))
                .get("items")
                .size();
    }

    private static byte[] get(RunningTiedote tiedote, String path) {
        var request = HttpRequest.newBuilder(tiedote.at(path)).build();
        return HttpClient.newHttpClient()
                .sendAsync(request, BodyHandlers.ofByteArray())
                .join()
                .body();
    }
}
