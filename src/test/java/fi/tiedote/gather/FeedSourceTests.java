package fi.tiedote.gather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.tiedote.kit.FakeSource;
import fi.tiedote.kit.MovingClock;
import fi.tiedote.kit.TestDatabase;
import fi.tiedote.release.Release;
import fi.tiedote.release.Selection;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FeedSourceTests {
    private final TestDatabase database = TestDatabase.fresh();
    private final MovingClock clock = new MovingClock("2026-11-23T09:00:00Z");
    private final FakeSource server = new FakeSource();
    private Newsroom newsroom;

    @BeforeEach
    void open() {
        newsroom = new Newsroom(database, clock, Newsroom.feed("museum", server.url()));
    }

    @AfterEach
    void close() throws IOException {
        newsroom.close();
        server.close();
    }

    @Test
    void entriesOfAtomThatNameEachOtherAsAlternatesAreOneRelease() {
        server.answers("""
                <feed xmlns="http://www.w3.org/2005/Atom"><title>Esimerkkilä</title><id>urn:x</id><updated>2026-11-20T10:00:00Z</updated>
                <entry xml:lang="fi"><title>Silta aukeaa</title><id>urn:x:1</id><updated>2026-11-20T10:00:00Z</updated>
                  <link rel="alternate" hreflang="fi" href="https://example.fi/fi/silta"/>
                  <link rel="alternate" hreflang="sv" href="https://example.fi/sv/bron"/><content>Silta on auki.</content></entry>
                <entry xml:lang="sv"><title>Bron öppnas</title><id>urn:x:2</id><updated>2026-11-20T10:00:00Z</updated>
                  <link rel="alternate" hreflang="sv" href="https://example.fi/sv/bron"/><content>Bron är öppen.</content></entry>
                <entry xml:lang="en"><title>Another matter</title><id>urn:x:3</id><updated>2026-11-20T10:00:00Z</updated>
                  <link href="https://example.fi/en/other"/><content>The library is closed.</content></entry></feed>
                """);

        newsroom.gathering.gather("museum");

        var contents = newsroom.releases.latest(Selection.EVERYTHING, 9).stream()
                .collect(Collectors.groupingBy(
                        Release::contentId, Collectors.mapping(Release::title, Collectors.toSet())));
        assertThat(contents.values())
                .containsExactlyInAnyOrder(Set.of("Silta aukeaa", "Bron öppnas"), Set.of("Another matter"));
    }

    @Test
    void theFirstImportAndOldContentThatResurfacesAreAnnouncedToNobody() {
        server.answers(Rss.rss(Rss.item("1", "Eka", "20 Nov 2026")));
        server.answers(Rss.rss(
                Rss.item("3", "Uusi", "23 Nov 2026"),
                Rss.item("2", "Ikivanha", "01 Jan 2020"),
                Rss.item("1", "Eka", "20 Nov 2026")));

        newsroom.gathering.gather("museum");
        assertThat(newsroom.gathering.gather("museum").created()).isEqualTo(2);

        assertThat(newsroom.titles()).containsExactly("Uusi", "Eka", "Ikivanha");
        assertThat(newsroom.announced()).containsExactly("Uusi");
    }

    @Test
    void aChangedTextUnderTheSameIdIsACorrection() {
        server.answers(Rss.rss(Rss.item("1", "Eka", "20 Nov 2026")))
                .answers(Rss.rss(Rss.item("1", "Toka", "20 Nov 2026")));

        newsroom.gathering.gather("museum");
        assertThat(newsroom.gathering.gather("museum").corrected()).isEqualTo(1);
        assertThat(newsroom.titles()).containsExactly("Toka");
    }

    @Test
    void whatIsTheSameToTheLetterIsKnownUnlessAnotherNodeHasLooked() {
        server.answers(Rss.rss(Rss.item("1", "Eka", "20 Nov 2026")))
                .answers(Rss.rss(Rss.item("1", "Korjattu", "20 Nov 2026")))
                .answers(Rss.rss(Rss.item("1", "Eka", "20 Nov 2026")))
                .answers(Rss.rss(Rss.item("1", "Eka", "20 Nov 2026")));
        newsroom.gathering.gather("museum");
        try (var other = new Newsroom(database, clock, Newsroom.feed("museum", server.url()))) {
            assertThat(other.gathering.gather("museum").corrected()).isEqualTo(1);
        }

        assertThat(newsroom.gathering.gather("museum").corrected()).isEqualTo(1);
        assertThat(newsroom.titles()).containsExactly("Eka");
        assertThat(newsroom.gathering.gather("museum").unchanged()).isEqualTo(1);
    }

    @Test
    void aDatabaseThatIsAwayIsNotTheSourcesFault() {
        server.answers(Rss.rss(""))
                .answers(Rss.rss(Rss.item("1", "Eka", "20 Nov 2026")))
                .answers(Rss.rss(Rss.item("1", "Eka", "20 Nov 2026")));
        newsroom.turns.open();
        newsroom.gathering.gatherNextDue(() -> {});
        database.jdbc().sql("""
                CREATE FUNCTION away() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN RAISE EXCEPTION 'away' USING ERRCODE = '57P01'; END $$
                """).update();
        database.jdbc()
                .sql("CREATE TRIGGER away BEFORE INSERT ON release EXECUTE FUNCTION away()")
                .update();
        clock.advance(Duration.ofMinutes(15));
        assertThatThrownBy(() -> newsroom.gathering.gatherNextDue(() -> {})).isInstanceOf(RuntimeException.class);
        assertThat(newsroom.gathering.health())
                .singleElement()
                .returns(SourceState.EMPTY, SourceHealth::state)
                .returns(0, SourceHealth::failures);

        database.jdbc().sql("DROP TRIGGER away ON release").update();
        assertThat(newsroom.gathering.gatherNextDue(() -> {})).isTrue();
        assertThat(newsroom.announced()).containsExactly("Eka");
    }

    @Test
    void tenThousandItemsAreAFeedLikeAnyOther() {
        server.answers(Rss.rss(Rss.items(10_000))).answers(Rss.rss(Rss.items(1_000)));
        var count = new AtomicInteger();

        newsroom.gathering.dryRun("museum", draft -> count.incrementAndGet());
        assertThat(count).hasValue(10_000);
        assertThat(newsroom.gathering.gather("museum").created()).isEqualTo(1_000);
    }

    @Test
    void aWebPageIsNoFeed() {
        server.answers("<!DOCTYPE html><html><title>404</title></html>");

        assertThat(newsroom.gathering.gather("museum").failure()).contains("web page");
    }

    @Test
    void linksTopicsAndDatesComeAlong() {
        server.answers(Rss.rss("<item><guid>1</guid><title>Eka</title><link>/a/1</link><category>museot</category>"
                + "<pubDate>Fri, 20 Nov 2026 10:00:00 +0200</pubDate>"
                + "<description>&lt;a href=\"../kuva\"&gt;ja&lt;/a&gt;</description></item>"));
        newsroom.gathering.gather("museum");

        var release = newsroom.releases.latest(Selection.EVERYTHING, 1).get(0);
        assertThat(release)
                .extracting(Release::url, Release::publishedAt, Release::topics)
                .containsExactly(
                        server.url().resolve("/a/1"), Instant.parse("2026-11-20T08:00:00Z"), List.of("culture"));
        assertThat(release.bodyHtml()).contains(server.url().resolve("/kuva").toString());
    }
}
