package fi.tiedote.gather;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tiedote.gather.SourceSettings.Kind;
import fi.tiedote.kit.FakeSource;
import fi.tiedote.kit.MovingClock;
import fi.tiedote.kit.TestDatabase;
import fi.tiedote.reading.Origin;
import fi.tiedote.reading.Sitemap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SitemapSourceTests {
    private final TestDatabase database = TestDatabase.fresh();
    private final MovingClock clock = new MovingClock("2026-11-23T09:00:00Z");
    private final FakeSource server = new FakeSource();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aSitemapGivesThePagesThatAreReleases() {
        IntStream.rangeClosed(1, 3).forEach(number -> article(number, "Silta " + number + " aukeaa"));
        server.shows(
                "/sitemap.xml",
                "application/xml",
                "<sitemapindex><sitemap><loc>" + server.url().resolve("/news.xml") + "</loc></sitemap></sitemapindex>");
        server.shows(
                "/news.xml",
                "application/xml",
                "<urlset>" + entry("/tiedotteet/1") + entry("/tiedotteet/2") + "<url><loc>" + entry("/asuminen/vuokrat")
                        + "</urlset>");
        try (var other = new Newsroom(
                database, clock, Newsroom.web(Kind.SITEMAP, server.url().resolve("/sitemap.xml")))) {
            assertThat(other.gathering.gather("sitemap").created()).isEqualTo(2);
            assertThat(other.gathering.gather("sitemap").unchanged()).isZero();
            server.shows(
                    "/news.xml",
                    "application/xml",
                    "<urlset>" + entry("/tiedotteet/1") + entry("/tiedotteet/2") + entry("/tiedotteet/3")
                            + "</urlset>");
            assertThat(other.gathering.gather("sitemap").created()).isEqualTo(1);
            assertThat(other.announced()).containsExactly("Silta 3 aukeaa");
        }
    }

    @Test
    void anIndexThatNamesItselfOrOtherIndexesEndsAndSaysSo() {
        var index = server.url().resolve("/sitemap.xml");
        server.shows(
                "/sitemap.xml",
                "application/xml",
                "<sitemapindex><sitemap><loc>" + index + "</loc></sitemap><sitemap><loc>" + index
                        + "?2</loc></sitemap></sitemapindex>");
        server.shows(
                "/sitemap.xml?2",
                "application/xml",
                "<sitemapindex><sitemap><loc>" + index + "</loc></sitemap></sitemapindex>");
        try (var other = new Newsroom(database, clock, Newsroom.web(Kind.SITEMAP, index))) {
            var look = other.gathering.gather("sitemap");

            assertThat(server.asked()).containsExactly("/sitemap.xml", "/sitemap.xml?2");
            assertThat(look.problems()).singleElement().asString().contains("?2", "index within an index");
        }
    }

    @Test
    void aHostThatRefusesOneSitemapIsNotAskedForTheOthersInThatLook() {
        var index = server.url().resolve("/sitemap.xml");
        server.shows(
                "/sitemap.xml",
                "application/xml",
                "<sitemapindex><sitemap><loc>" + index + "?1</loc></sitemap><sitemap><loc>" + index
                        + "?2</loc></sitemap></sitemapindex>");
        server.shows("/sitemap.xml?1", exchange -> exchange.sendResponseHeaders(503, -1));
        try (var other = new Newsroom(database, clock, Newsroom.web(Kind.SITEMAP, index))) {
            assertThat(other.gathering.gather("sitemap").again()).isFalse();
            assertThat(server.asked()).containsExactly("/sitemap.xml", "/sitemap.xml?1");
        }
    }

    @Test
    void ofASitemapWithTooManyEntriesTheFirstAreRead() {
        var entries = IntStream.rangeClosed(0, Sitemap.MOST)
                .mapToObj(number -> "<url><loc>https://example.fi/tiedotteet/" + number + "</loc></url>")
                .collect(Collectors.joining());
        var origin = new Origin(server.url(), "application/xml", Newsroom.CITY.timeZone(), null);

        assertThat(Sitemap.of("<urlset>" + entries + "</urlset>", origin))
                .returns(true, Sitemap::isCut)
                .extracting(map -> map.pages().size())
                .isEqualTo(Sitemap.MOST);
    }

    private String entry(String path) {
        return "<url><loc>" + server.url().resolve(path) + "</loc><lastmod>2026-11-20</lastmod></url>";
    }

    private void article(int number, String title) {
        server.shows(
                "/tiedotteet/" + number,
                "text/html; charset=utf-8",
                "<!doctype html><html lang=fi><meta property=og:type content=article><title>%1$s | Esimerkkilä</title><main><h1>%1$s</h1><p>Esimerkkilän kaupunki avaa sillan numero %2$d liikenteelle, ja kaikki ovat tervetulleita avajaisiin.</p></main>"
                        .formatted(title, number));
    }
}
