package fi.tiedote.gather;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tiedote.gather.SourceSettings.Kind;
import fi.tiedote.kit.FakeSource;
import fi.tiedote.kit.MovingClock;
import fi.tiedote.kit.TestDatabase;
import fi.tiedote.release.Release;
import fi.tiedote.release.Selection;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListingSourceTests {
    private static final String LIST = "/tiedotteet";

    private final TestDatabase database = TestDatabase.fresh();
    private final MovingClock clock = new MovingClock("2026-11-23T09:00:00Z");
    private final FakeSource server = new FakeSource();
    private Newsroom newsroom;

    @BeforeEach
    void open() {
        newsroom = new Newsroom(
                database, clock, Newsroom.web(Kind.LISTING, server.url().resolve(LIST)));
        IntStream.rangeClosed(1, 30).forEach(number -> article(number, "Silta " + number + " aukeaa"));
    }

    @AfterEach
    void close() throws IOException {
        newsroom.close();
        server.close();
    }

    @Test
    void anArchiveIsWalkedToItsEndAndAnnouncedToNobody() {
        list(LIST, "<a href='?page=1'>Seuraava</a>", 6, 5, 4);
        list(LIST + "?page=1", "<a href='?page=2'>Seuraava</a>", 3, 2);
        list(LIST + "?page=2", "", 1, 7);

        assertThat(gather().created()).isEqualTo(7);
        assertThat(newsroom.announced()).isEmpty();
        assertThat(newsroom.releases.latest(Selection.EVERYTHING, 1).get(0))
                .extracting(Release::title, Release::publishedAt)
                .containsExactly("Silta 7 aukeaa", Instant.parse("2026-11-06T22:00:00Z"));
    }

    @Test
    void anUnchangedListCostsOneRequestAndANewRowOneMore() {
        list(LIST, "", 2, 1);
        gather();
        clock.advance(Duration.ofMinutes(10));
        var before = server.asked().size();
        gather();
        assertThat(server.asked().subList(before, server.asked().size())).containsExactly(LIST);

        list(LIST, "", 3, 2, 1);
        gather();
        assertThat(server.asked().subList(before + 1, server.asked().size())).containsExactly(LIST, "/tiedotteet/3");
        assertThat(newsroom.announced()).containsExactly("Silta 3 aukeaa");
    }

    @Test
    void anArticleThatCannotBeFetchedIsTriedAgainAndLosesNoOther() {
        list(LIST, "", 3, 2, 1);
        server.fails("/tiedotteet/2");

        assertThat(gather().problems()).singleElement().asString().contains("/tiedotteet/2", "500");
        assertThat(newsroom.titles()).containsExactly("Silta 3 aukeaa", "Silta 1 aukeaa");

        article(2, "Silta 2 aukeaa");
        clock.advance(Duration.ofMinutes(10));
        gather();
        assertThat(newsroom.titles()).hasSize(3);
    }

    @Test
    void anArticleIsReadAgainWhenItsRowChangesAndOnceADayForCorrections() {
        list(LIST, "", 20, 19);
        gather();
        article(19, "Silta 19 suljetaan");
        assertThat(gather().corrected()).isZero();

        clock.advance(Duration.ofHours(25));
        assertThat(gather().corrected()).isEqualTo(1);
        assertThat(newsroom.titles()).contains("Silta 19 suljetaan");
    }

    @Test
    void aListThatBecomesEmptyIsAFailureThatSaysSo() {
        list(LIST, "", 2, 1);
        gather();
        server.shows(LIST, "text/html", "<!doctype html><h1>Tiedotteet</h1><div id=app></div>");

        assertThat(gather().failure()).contains("has become empty", "date and a link");
        assertThat(newsroom.titles()).hasSize(2);
    }

    @Test
    void manyArticlesAreReadOverSeveralLooks() {
        list(LIST, "", IntStream.rangeClosed(1, 30).toArray());
        list(LIST + "?x", "");
        var rows = IntStream.rangeClosed(31, 60).toArray();
        IntStream.of(rows).forEach(number -> article(number, "Silta " + number + " aukeaa"));
        list(LIST, "", IntStream.rangeClosed(1, 60).toArray());

        var first = gather();
        assertThat(first.again()).isTrue();
        var second = gather();

        assertThat(first.created() + second.created()).isEqualTo(60);
        assertThat(second.again()).isFalse();
        assertThat(newsroom.announced()).isEmpty();
    }

    @Test
    void aDryRunReadsTheListAndRemembersNothing() {
        list(LIST, "", 2, 1);
        var titles = new ArrayList<String>();
        newsroom.gathering.dryRun("listing", draft -> titles.add(draft.title()));
        assertThat(titles).containsExactlyInAnyOrder("Silta 1 aukeaa", "Silta 2 aukeaa");
        assertThat(gather().created()).isEqualTo(2);
    }

    @Test
    void aSourceWithoutAKindIsRecognisedOnce() {
        list(LIST, "", 3, 2, 1);
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
                database, clock, Newsroom.web(Kind.AUTO, server.url().resolve(LIST)))) {
            assertThat(other.gathering.gather("auto").created()).isEqualTo(3);
            var before = server.asked().size();
            assertThat(other.gathering.gather("auto").failure()).isEmpty();
            assertThat(server.asked().subList(before, server.asked().size())).containsExactly(LIST);
        }
    }

    private Gathered gather() {
        return newsroom.gathering.gather("listing");
    }

    @Test
    void aFirstImportOfManyLooksAnnouncesNothingAndWhatComesAfterIt() {
        var numbers = IntStream.rangeClosed(1, 100).toArray();
        IntStream.of(numbers).forEach(number -> article(number, "Silta " + number + " aukeaa"));
        list(LIST, "", numbers);
        var looks = 1;
        for (var more = gather().again(); more; looks++) {
            more = gather().again();
        }
        assertThat(looks).isEqualTo(3);
        assertThat(newsroom.titles()).hasSize(100);
        assertThat(newsroom.announced()).isEmpty();

        article(101, "Silta 101 aukeaa");
        list(LIST, "", IntStream.rangeClosed(1, 101).toArray());
        gather();
        assertThat(newsroom.announced()).containsExactly("Silta 101 aukeaa");
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 429, 503})
    void aHostThatRefusesOneArticleIsNotAskedForTheOthersInThatLook(int status) {
        list(LIST, "", 5, 4, 3, 2, 1);
        IntStream.rangeClosed(1, 5)
                .forEach(number -> server.shows("/tiedotteet/" + number, exchange -> {
                    exchange.getResponseHeaders().add("Retry-After", "7200");
                    exchange.sendResponseHeaders(status, -1);
                }));

        var look = gather();
        assertThat(server.asked()).hasSize(2);
        assertThat(look.problems()).singleElement().asString().contains("" + status, "is left alone", "next");
        assertThat(look.again()).isFalse();
        assertThat(newsroom.gathering.health().get(0).nextLook())
                .isAfterOrEqualTo(clock.instant().plus(Duration.ofHours(2)));

        IntStream.rangeClosed(1, 5).forEach(number -> article(number, "Silta " + number + " aukeaa"));
        clock.advance(Duration.ofHours(3));
        gather();
        assertThat(newsroom.titles()).hasSize(5);
        assertThat(newsroom.announced()).isEmpty();
    }

    @Test
    void aPageOfTheListThatIsRefusedIsNotAskedForAgainAtOnce() {
        list(LIST, "<a href='?page=1'>Seuraava</a>", 6, 5);
        server.shows(LIST + "?page=1", exchange -> exchange.sendResponseHeaders(429, -1));

        var look = gather();
        assertThat(look.again()).isFalse();
        assertThat(server.asked()).containsExactly(LIST, LIST + "?page=1");
        assertThat(look.problems()).singleElement().asString().contains("429", "the next look goes on there");
    }

    @ParameterizedTest
    @CsvSource({"LISTING, 410, STOPPED", "LISTING, 503, FAILING", "SITEMAP, 410, STOPPED", "SITEMAP, 503, FAILING"})
    void aListThatIsGoneForGoodStopsAndOneThatIsAwayDoesNot(Kind kind, int status, SourceState state) {
        server.shows("/pois", exchange -> exchange.sendResponseHeaders(status, -1));
        try (var other =
                new Newsroom(database, clock, Newsroom.web(kind, server.url().resolve("/pois")))) {
            other.gathering.gather(kind.name().toLowerCase(Locale.ROOT));

            assertThat(other.gathering.health().get(0).state()).isEqualTo(state);
        }
    }

    @Test
    void aListWithoutEndIsLeftAfterAThousandPages() {
        list(LIST, "<a href='?page=1'>Seuraava</a>", 6, 5);
        gather();
        database.jdbc()
                .sql("UPDATE source SET mark = :mark")
                .param("mark", " 2026-11-23T09:00:00Z " + server.url().resolve(LIST + "?page=998") + " 998")
                .update();
        list(LIST + "?page=998", "<a href='?page=999'>Seuraava</a>", 4, 14);
        list(LIST + "?page=999", "<a href='?page=1000'>Seuraava</a>", 3, 13);
        list(LIST + "?page=1000", "<a href='?page=1001'>Seuraava</a>", 2, 12);

        assertThat(gather().problems()).singleElement().asString().contains("after 1000 pages", "?page=999");
        assertThat(server.asked()).doesNotContain(LIST + "?page=999");
        assertThat(gather().problems()).isEmpty();
    }

    @Test
    void pagesThatNameEachOtherAsTranslationsAreOneRelease() {
        list(LIST, "", 3, 2, 1);
        translated(
                1,
                "fi",
                "Silta aukeaa liikenteelle",
                "Esimerkkilän kaupunki avaa sillan ja kaikki ovat tervetulleita.");
        translated(2, "sv", "Bron öppnas för trafik", "Exempelby stad öppnar bron och alla är välkomna att komma.");
        article(3, "Toinen asia");

        gather();

        var releases = newsroom.releases.latest(Selection.EVERYTHING, 10);
        assertThat(releases).hasSize(3);
        assertThat(releases.stream()
                        .filter(release -> !release.title().equals("Toinen asia"))
                        .map(Release::contentId)
                        .distinct())
                .hasSize(1);
        assertThat(releases.stream().map(Release::contentId).distinct()).hasSize(2);
    }

    private void translated(int number, String language, String title, String text) {
        server.shows("/tiedotteet/" + number, "text/html; charset=utf-8", """
                <!doctype html><html lang=%1$s><head><meta property=og:type content=article><title>%2$s</title>
                <link rel=alternate hreflang=fi href=/tiedotteet/1><link rel=alternate hreflang=sv href=/tiedotteet/2>
                <link rel=alternate hreflang=x-default href=/></head><main><h1>%2$s</h1><p>%3$s</p></main>
                """.formatted(language, title, text));
    }

    private void list(String address, String pager, int... numbers) {
        var rows = Arrays.stream(numbers)
                .mapToObj(number ->
                        "<li><span>%d.11.2026</span> <a href='/tiedotteet/%d'>Silta %d aukeaa liikenteelle</a></li>"
                                .formatted(1 + (number - 1) % 20, number, number))
                .collect(Collectors.joining());
        server.shows(
                address,
                "text/html; charset=utf-8",
                "<!doctype html><html lang=fi><main><h1>Tiedotteet</h1><ul>" + rows + "</ul>" + pager + "</main>",
                "ETag",
                "\"" + rows.hashCode() + "\"");
    }

    private void article(int number, String title) {
        server.shows(
                "/tiedotteet/" + number,
                "text/html; charset=utf-8",
                "<!doctype html><html lang=fi><meta property=og:type content=article><title>%1$s | Esimerkkilä</title><main><h1>%1$s</h1><p>Esimerkkilän kaupunki avaa sillan numero %2$d liikenteelle, ja kaikki ovat tervetulleita avajaisiin.</p></main>"
                        .formatted(title, number));
    }
}
