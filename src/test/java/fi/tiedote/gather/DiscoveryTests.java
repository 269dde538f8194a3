package fi.tiedote.gather;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import fi.tiedote.kit.FakeSource;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DiscoveryTests {
    private static final String LIST = "<ul><li>20.11.2026 <a href='/uutiset/1'>Silta aukeaa liikenteelle</a></li>"
            + "<li>12.11.2026 <a href='/uutiset/2'>Tie suljetaan talveksi</a></li><li>2.11.2026 <a href='/uutiset/3'>Puita istutetaan</a></li></ul>";
    private static final String FEED =
            "<rss version='2.0'><channel><title>Esimerkkilä</title><item><title>Silta aukeaa</title>"
                    + "<guid>1</guid><pubDate>Fri, 20 Nov 2026 10:00:00 +0200</pubDate></item></channel></rss>";

    private final Site site = new Site();
    private final FakeSource server = site.server;

    @AfterEach
    void close() throws IOException {
        site.close();
    }

    @Test
    void allThatWorksIsToldTheBestFirstWithItsLines() {
        site.page(
                "<link rel=alternate type='application/rss+xml' href='/feed/'><link rel=alternate type='application/rss+xml' href='/comments/feed/'>"
                        + "<link rel=alternate type='application/atom+xml' href='/rikki.xml'><link rel='https://api.w.org/' href='/wp-json/'>",
                LIST);
        server.shows("/feed/", "application/rss+xml", FEED);
        server.shows(
                "/wp-json/wp/v2/posts?_embed=1&per_page=50&page=1",
                "application/json",
                "[{\"id\": 1, \"title\": {\"rendered\": \"Silta\"}, \"date_gmt\": \"2026-11-20T08:00:00\", \"link\": \"/uutiset/1\", \"content\": {\"rendered\": \"<p>x</p>\"}}]");
        server.shows(
                "/robots.txt",
                "text/plain",
                "User-agent: *\nSitemap: " + server.url().resolve("/kartta.xml") + "\n");
        server.shows(
                "/kartta.xml",
                "application/xml",
                "<urlset><url><loc>" + server.url().resolve("/uutiset/1") + "</loc></url></urlset>");

        var findings = site.discover("/").findings();

        assertThat(findings)
                .extracting(Finding::kind, Finding::items)
                .containsExactly(tuple("feed", 1), tuple("wordpress", 1), tuple("sitemap", 1), tuple("listing", 3));
        assertThat(findings.get(0).newest()).isEqualTo(new Finding.Newest("Silta aukeaa", "2026-11-20T08:00:00Z"));
        assertThat(findings.get(0).yaml())
                .startsWith(
                        "    # Esimerkkilä: 1 release, the newest of 2026-11-20\n    - key: 127-0-0-1\n      kind: feed\n      url: "
                                + server.url().resolve("/feed/"))
                .endsWith("      intranet: true\n");
        assertThat(server.asked()).doesNotContain("/comments/feed/");
    }

    @Test
    void aFeedThatThePageDoesNotNameIsFoundWhereFeedsUsuallyAre() {
        site.page("", "<p>Tervetuloa</p>");
        server.shows("/rss.xml", "application/rss+xml", FEED);

        assertThat(site.discover("/").findings())
                .extracting(Finding::url)
                .containsExactly(server.url().resolve("/rss.xml").toString());
    }

    @Test
    void theAddressOfAFeedOrAGzippedSitemapIsItself() {
        server.shows("/feed.xml", "text/html", FEED);

        assertThat(site.discover("/feed.xml").findings())
                .extracting(Finding::kind)
                .containsExactly("feed");
    }

    @Test
    void thePageThatIsCalledNewsIsLookedInto() {
        site.page("", "<a href='/ajankohtaista'>Ajankohtaista</a>");
        server.shows("/ajankohtaista", "text/html", "<!doctype html><title>Ajankohtaista</title>" + LIST);

        assertThat(site.discover("/").findings())
                .extracting(Finding::kind, Finding::title)
                .containsExactly(tuple("listing", "Ajankohtaista"));
    }

    @Test
    void theLinesOfAllThatWasFoundCanBePastedTogetherAndGather() {
        site.page(
                "<link rel=alternate type='application/rss+xml' href='/feed/'><link rel='https://api.w.org/' href='/wp-json/'>",
                LIST);
        server.shows("/feed/", "application/rss+xml", FEED);
        server.shows(
                "/wp-json/wp/v2/posts?_embed=1&per_page=50&page=1",
                "application/json",
                "[{\"id\": 1, \"title\": {\"rendered\": \"Uusi kirjasto\"}, \"date_gmt\": \"2026-11-20T08:00:00\", \"link\": \"/uutiset/9\", \"content\": {\"rendered\": \"<p>Kirjasto avataan.</p>\"}}]");
        server.shows(
                "/sitemap.xml",
                "application/xml",
                "<urlset><url><loc>" + server.url().resolve("/tiedotteet/77") + "</loc></url></urlset>");
        for (var article : List.of("/tiedotteet/77", "/uutiset/1", "/uutiset/2", "/uutiset/3")) {
            server.shows(
                    article,
                    "text/html; charset=utf-8",
                    "<!doctype html><html lang=fi><meta property=og:type content=article><title>Sivu</title><main><h1>Otsikko "
                            + article + "</h1><p>Kaupunki kertoo asiasta " + article
                            + " näin pitkällä tekstillä.</p></main>");
        }
        var findings = site.discover("/").findings();
        assertThat(findings).extracting(Finding::kind).containsExactly("feed", "wordpress", "sitemap", "listing");

        var pasted = Site.pasted(
                "tiedote:\n  sources:\n" + findings.stream().map(Finding::yaml).collect(joining()));
        try (var started = Site.newsroom(pasted)) {
            for (var source : pasted) {
                var gathered = started.gathering.gather(source.key());
                assertThat(gathered.failure()).isEmpty();
                assertThat(gathered.created() + gathered.unchanged())
                        .describedAs(source.key())
                        .isPositive();
            }
        }
    }

    @Test
    void aSiteThatHasOnlyASitemapOrOnlyAListIsGatheredByThat() {
        site.page("", "<p>Tervetuloa</p>");
        server.shows(
                "/sitemap.xml",
                "application/xml",
                "<urlset><url><loc>%s</loc></url></urlset>"
                        .formatted(server.url().resolve("/tiedotteet/77")));
        assertThat(site.discover("/").findings()).extracting(Finding::kind).containsExactly("sitemap");

        site.page("", LIST);
        server.shows("/sitemap.xml", "text/html", "<p>404");
        assertThat(site.discover("/").findings()).extracting(Finding::kind).containsExactly("listing");
    }

    @Test
    void keysThatSourcesHaveAreNotProposed() throws IOException {
        try (var known = new Site(own ->
                new SourceSettings[] {Newsroom.feed("127-0-0-1", own.url()), Newsroom.feed("127-0-0-1-feed", own.url())
                })) {
            known.server.shows("/feed.xml", "application/rss+xml", FEED);

            assertThat(known.discover("/feed.xml").findings().get(0).yaml()).contains("- key: 127-0-0-1-feed-2\n");
        }
    }

    @Test
    void anAddressOfTheOwnNetworkIsRefusedUnlessItIsAllowed() {
        site.page("", LIST);

        var refused = site.discover("/", false);
        assertThat(refused.findings()).isEqualTo(List.of());
        assertThat(refused.failure()).contains("127.0.0.1");
        assertThat(server.asked()).isEmpty();
    }
}
