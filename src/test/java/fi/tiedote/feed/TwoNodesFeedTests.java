package fi.tiedote.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.tiedote.RunningTiedote;
import fi.tiedote.city.Language;
import fi.tiedote.kit.Drafts;
import fi.tiedote.kit.TestDatabase;
import fi.tiedote.release.NewsDesk;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Two caches over one database. */
class TwoNodesFeedTests {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final RunningTiedote ONE = start();
    private static final RunningTiedote OTHER = start();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @AfterAll
    static void close() {
        OTHER.close();
        ONE.close();
    }

    @Test
    void aReleaseOfOneNodeIsInTheFeedsOfTheOther() {
        for (var title : List.of("Otsikko a", "Otsikko b")) {
            assertThat(feed(OTHER)).doesNotContain(title);
            ONE.bean(NewsDesk.class).keep(Drafts.plain(title.substring(8)));
            await().until(() -> feed(OTHER).contains(title));
        }
    }

    @Test
    void anEmbargoHoldsOnEveryNodeToItsMomentAndNoFurther() {
        var moment = Instant.now().plusSeconds(2).truncatedTo(ChronoUnit.MILLIS);
        var first = feed(ONE);
        ONE.bean(NewsDesk.class).keep(Drafts.embargoed(Drafts.plain("salainen"), moment));

        for (var node : List.of(ONE, OTHER)) {
            await().pollInterval(Duration.ofMillis(20)).until(() -> {
                var shown = feed(node).contains("salainen");
                // Whoever sees it has asked after its moment, by the same clock.
                assertThat(shown && Instant.now().isBefore(moment)).isFalse();
                return shown;
            });
            assertThat(published(node)).isEqualTo(moment.toString());
        }
        assertThat(first).doesNotContain("salainen");
    }

    /** Found again as it was but for a link to its translation: nothing of its text has changed. */
    @Test
    void aReleaseThatIsLinkedAnewIsToldToTheOtherNode() {
        var swedish = "https://example.fi/sv/hallen";
        var finnish = Drafts.plain("halli");
        var desk = ONE.bean(NewsDesk.class);
        desk.keep(Drafts.of(swedish, swedish, Language.SV, "Hallen", "<p>Öppet.</p>", Set.of()));
        var id = desk.keep(finnish).id();
        await().until(() -> feed(OTHER).contains("Otsikko halli") && feed(OTHER).contains("Hallen"));
        assertThat(feed(OTHER)).doesNotContainPattern(alternate(id));

        desk.keep(Drafts.linked(finnish, swedish));

        await().untilAsserted(() -> assertThat(feed(OTHER)).containsPattern(alternate(id)));
    }

    private static String alternate(long id) {
        return "\"alternates\":\\{\"fi\":\"[^\"]*/releases/" + id + "\"";
    }

    /** Its date is its moment, so that it stands among the newest. */
    private static String published(RunningTiedote node) {
        return feed(node).replaceAll("(?s).*\"Otsikko salainen\".*?\"date_published\":\"([^\"]*)\".*", "$1");
    }

    private static String feed(RunningTiedote node) {
        var request = HttpRequest.newBuilder(node.at("/feeds/releases.json")).build();
        return CLIENT.sendAsync(request, BodyHandlers.ofString()).join().body();
    }

    private static RunningTiedote start() {
        return RunningTiedote.start(
                DATABASE, "--tiedote.sources=", "--tiedote.data=target/feed-node-" + System.nanoTime());
    }
}
