package fi.tiedote.gather;

import static fi.tiedote.gather.WebArchive.LIST;
import static org.assertj.core.api.Assertions.assertThat;

import fi.tiedote.gather.SourceSettings.Kind;
import fi.tiedote.kit.FakeSource;
import fi.tiedote.release.Release;
import fi.tiedote.release.Selection;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ListingSourceTests {
    private final WebArchive archive = new WebArchive();
    private final FakeSource server = archive.server;
    private final Newsroom newsroom = archive.newsroom;

    @AfterEach
    void close() throws IOException {
        archive.close();
    }

    @Test
    void anArchiveIsWalkedToItsEndAndAnnouncedToNobody() {
        archive.list(LIST, "<a href='?page=1'>Seuraava</a>", 6, 5, 4);
        archive.list(LIST + "?page=1", "<a href='?page=2'>Seuraava</a>", 3, 2);
        archive.list(LIST + "?page=2", "", 1, 7);

        assertThat(archive.gather().created()).isEqualTo(7);
        assertThat(newsroom.announced()).isEmpty();
        assertThat(newsroom.releases.latest(Selection.EVERYTHING, 1).get(0))
                .extracting(Release::title, Release::publishedAt)
                .containsExactly("Silta 7 aukeaa", Instant.parse("2026-11-06T22:00:00Z"));
    }

    @Test
    void anUnchangedListCostsOneRequestAndANewRowOneMore() {
        archive.list(LIST, "", 2, 1);
        archive.gather();
        archive.clock.advance(Duration.ofMinutes(10));
        var before = server.asked().size();
        archive.gather();
        assertThat(server.asked().subList(before, server.asked().size())).containsExactly(LIST);

        archive.list(LIST, "", 3, 2, 1);
        archive.gather();
        assertThat(server.asked().subList(before + 1, server.asked().size())).containsExactly(LIST, "/tiedotteet/3");
        assertThat(newsroom.announced()).containsExactly("Silta 3 aukeaa");
    }

    @Test
    void anArticleThatCannotBeFetchedIsTriedAgainAndLosesNoOther() {
        archive.list(LIST, "", 3, 2, 1);
        server.fails("/tiedotteet/2");

        assertThat(archive.gather().problems()).singleElement().asString().contains("/tiedotteet/2", "500");
        assertThat(newsroom.titles()).containsExactly("Silta 3 aukeaa", "Silta 1 aukeaa");

        archive.article(2, "Silta 2 aukeaa");
        archive.clock.advance(Duration.ofMinutes(10));
        archive.gather();
        assertThat(newsroom.titles()).hasSize(3);
    }

    @Test
    void anArticleIsReadAgainWhenItsRowChangesAndOnceADayForCorrections() {
        archive.list(LIST, "", 20, 19);
        archive.gather();
        archive.article(19, "Silta 19 suljetaan");
        assertThat(archive.gather().corrected()).isZero();

        archive.clock.advance(Duration.ofHours(25));
        assertThat(archive.gather().corrected()).isEqualTo(1);
        assertThat(newsroom.titles()).contains("Silta 19 suljetaan");
    }

    @Test
    void aListThatBecomesEmptyIsAFailureThatSaysSo() {
        archive.list(LIST, "", 2, 1);
        archive.gather();
        server.shows(LIST, "text/html", "<!doctype html><h1>Tiedotteet</h1><div id=app></div>");

        assertThat(archive.gather().failure()).contains("has become empty", "date and a link");
        assertThat(newsroom.titles()).hasSize(2);
    }

    @Test
    void manyArticlesAreReadOverSeveralLooks() {
        archive.list(LIST, "", IntStream.rangeClosed(1, 30).toArray());
        archive.list(LIST + "?x", "");
        var rows = IntStream.rangeClosed(31, 60).toArray();
        IntStream.of(rows).forEach(number -> archive.article(number, "Silta " + number + " aukeaa"));
        archive.list(LIST, "", IntStream.rangeClosed(1, 60).toArray());

        var first = archive.gather();
        assertThat(first.again()).isTrue();
        var second = archive.gather();

        assertThat(first.created() + second.created()).isEqualTo(60);
        assertThat(second.again()).isFalse();
        assertThat(newsroom.announced()).isEmpty();
    }

    @Test
    void aDryRunReadsTheListAndRemembersNothing() {
        archive.list(LIST, "", 2, 1);
        var titles = new ArrayList<String>();
        newsroom.gathering.dryRun("listing", draft -> titles.add(draft.title()));
        assertThat(titles).containsExactlyInAnyOrder("Silta 1 aukeaa", "Silta 2 aukeaa");
        assertThat(archive.gather().created()).isEqualTo(2);
    }

    @Test
    void aSourceWithoutAKindIsRecognisedOnce() {
        archive.list(LIST, "", 3, 2, 1);
        for (var address : List.of(
                "feed/",
                "rss.xml",
                "rss",
                "feed.xml",
                "atom.xml",
                "index.xml",
                "feed.json",
                "rss/news",
                "fi/rss/news")) {
            server.missing("/tiedotteet/" + address);
            server.missing("/" + address);
        }
        server.missing("/sitemap.xml");
        server.missing("/sitemap_index.xml");
        try (var other = new Newsroom(
                archive.database,
                archive.clock,
                Newsroom.web(Kind.AUTO, server.url().resolve(LIST)))) {
            assertThat(other.gathering.gather("auto").created()).isEqualTo(3);
            var before = server.asked().size();
            assertThat(other.gathering.gather("auto").failure()).isEmpty();
            assertThat(server.asked().subList(before, server.asked().size())).containsExactly(LIST);
        }
    }

    @Test
    void aFirstImportOfManyLooksAnnouncesNothingAndWhatComesAfterIt() {
        var numbers = IntStream.rangeClosed(1, 100).toArray();
        IntStream.of(numbers).forEach(number -> archive.article(number, "Silta " + number + " aukeaa"));
        archive.list(LIST, "", numbers);
        var looks = 1;
        for (var more = archive.gather().again(); more; looks++) {
            more = archive.gather().again();
        }
        assertThat(looks).isEqualTo(3);
        assertThat(newsroom.titles()).hasSize(100);
        assertThat(newsroom.announced()).isEmpty();

        archive.article(101, "Silta 101 aukeaa");
        archive.list(LIST, "", IntStream.rangeClosed(1, 101).toArray());
        archive.gather();
        assertThat(newsroom.announced()).containsExactly("Silta 101 aukeaa");
    }

    @Test
    void pagesThatNameEachOtherAsTranslationsAreOneRelease() {
        archive.list(LIST, "", 3, 2, 1);
        archive.translated(
                1,
                "fi",
                "Silta aukeaa liikenteelle",
                "Esimerkkilän kaupunki avaa sillan ja kaikki ovat tervetulleita.");
        archive.translated(
                2, "sv", "Bron öppnas för trafik", "Exempelby stad öppnar bron och alla är välkomna att komma.");
        archive.article(3, "Toinen asia");

        archive.gather();

        var releases = newsroom.releases.latest(Selection.EVERYTHING, 10);
        assertThat(releases).hasSize(3);
        assertThat(releases.stream()
                        .filter(release -> !release.title().equals("Toinen asia"))
                        .map(Release::contentId)
                        .distinct())
                .hasSize(1);
        assertThat(releases.stream().map(Release::contentId).distinct()).hasSize(2);
    }
}
