package fi.tiedote.gather;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import fi.tiedote.city.Language;
import fi.tiedote.kit.FakeSource;
import fi.tiedote.kit.MovingClock;
import fi.tiedote.kit.TestDatabase;
import fi.tiedote.release.Attachment;
import fi.tiedote.release.Release;
import fi.tiedote.release.Selection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.ByteArrayResource;

class DiscoveryTests {
    private static final String LIST = "<ul><li>20.11.2026 <a href='/uutiset/1'>Silta aukeaa liikenteelle</a></li>"
            + "<li>12.11.2026 <a href='/uutiset/2'>Tie suljetaan talveksi</a></li><li>2.11.2026 <a href='/uutiset/3'>Puita istutetaan</a></li></ul>";
    private static final String FEED =
            "<rss version='2.0'><channel><title>Esimerkkilä</title><item><title>Silta aukeaa</title>"
                    + "<guid>1</guid><pubDate>Fri, 20 Nov 2026 10:00:00 +0200</pubDate></item></channel></rss>";

    private final FakeSource server = new FakeSource();
    private Newsroom newsroom;

    @BeforeEach
    void open() {
        newsroom = new Newsroom(TestDatabase.fresh(), new MovingClock("2026-11-23T09:00:00Z"));
    }

    @AfterEach
    void close() throws IOException {
        newsroom.close();
        server.close();
    }

    @Test
    void allThatWorksIsToldTheBestFirstWithItsLines() {
        page(
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

        var findings = discover("/").findings();

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
        page("", "<p>Tervetuloa</p>");
        server.shows("/rss.xml", "application/rss+xml", FEED);

        assertThat(discover("/").findings())
                .extracting(Finding::url)
                .containsExactly(server.url().resolve("/rss.xml").toString());
    }

    @Test
    void theAddressOfAFeedOrAGzippedSitemapIsItself() {
        server.shows("/feed.xml", "text/html", FEED);

        assertThat(discover("/feed.xml").findings()).extracting(Finding::kind).containsExactly("feed");
    }

    @Test
    void thePageThatIsCalledNewsIsLookedInto() {
        page("", "<a href='/ajankohtaista'>Ajankohtaista</a>");
        server.shows("/ajankohtaista", "text/html", "<!doctype html><title>Ajankohtaista</title>" + LIST);

        assertThat(discover("/").findings())
                .extracting(Finding::kind, Finding::title)
                .containsExactly(tuple("listing", "Ajankohtaista"));
    }

    @Test
    void theLinesOfAllThatWasFoundCanBePastedTogetherAndGather() {
        page(
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
        var findings = discover("/").findings();
        assertThat(findings).extracting(Finding::kind).containsExactly("feed", "wordpress", "sitemap", "listing");

        var pasted = pasted(
                "tiedote:\n  sources:\n" + findings.stream().map(Finding::yaml).collect(joining()));
        try (var started = new Newsroom(TestDatabase.fresh(), new MovingClock("2026-11-23T09:00:00Z"), pasted)) {
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
    void drupalTellsItsTypesAndWhatTheirTextsAreMadeOf() {
        page("<meta name=generator content='Drupal 10 (https://www.drupal.org)'>", "<p>Tervetuloa</p>");
        server.shows("/jsonapi", "application/vnd.api+json", """
                {"links": {"node--page": {"href": "%1$s"}, "node--article": {"href": "%2$s"}, "node--news_item": {"href": "%3$s"}}}
                """.formatted(
                        server.url().resolve("/jsonapi/node/page"),
                        server.url().resolve("/jsonapi/node/article"),
                        server.url().resolve("/jsonapi/node/news_item")));
        var asked = "/jsonapi/node/news_item?%ssort=-created&page%%5Blimit%%5D=50";
        server.shows(asked.formatted(""), "application/vnd.api+json", node(""));
        var whole = "include=field_content%2Cfield_image%2Cfield_topics%2Cfield_image.field_media_image&";
        server.shows(asked.formatted(whole), "application/vnd.api+json", node("""
                {"type": "paragraph--text", "id": "p1", "attributes": {"field_text": {"processed": "<p>Auraus alkaa.</p>"}}},
                {"type": "taxonomy_term--topics", "id": "t1", "attributes": {"name": "Museot"}},
                {"type": "media--image", "id": "m1", "relationships": {"field_media_image": {"data":
                  {"type": "file--file", "id": "f1", "meta": {"alt": "Aura-auto"}}}}},
                {"type": "file--file", "id": "f1", "attributes": {"filemime": "image/jpeg", "uri": {"url": "/files/a.jpg"}}}
                """));

        var finding = discover("/").findings().get(0);

        assertThat(finding)
                .extracting(Finding::kind, Finding::items, Finding::url)
                .containsExactly(
                        "drupal",
                        1,
                        server.url().resolve("/jsonapi/node/news_item")
                                + "?include=field_content,field_image,field_topics,field_image.field_media_image");
        var pasted = pasted("tiedote:\n  sources:\n" + finding.yaml());
        try (var started = new Newsroom(TestDatabase.fresh(), new MovingClock("2026-11-23T09:00:00Z"), pasted)) {
            assertThat(started.gathering.gather(pasted[0].key()).created()).isEqualTo(1);
            var release = started.releases.latest(Selection.EVERYTHING, 1).get(0);
            assertThat(release.bodyHtml()).contains("Auraus alkaa");
            assertThat(release.topics()).containsExactly("culture");
            assertThat(release.attachments())
                    .singleElement()
                    .extracting(Attachment::alt, Attachment::url)
                    .containsExactly("Aura-auto", server.url().resolve("/files/a.jpg"));
        }
    }

    @Test
    void drupalThatKeepsItsTypesToItselfIsAskedForNews() {
        page("<meta name=generator content='Drupal 9'>", "<p>Tervetuloa</p>");
        server.shows(
                "/jsonapi/node/news?sort=-created&page%5Blimit%5D=50",
                "application/vnd.api+json",
                node("").replace("relationships", "none")
                        .replace("\"path\"", "\"body\": {\"processed\": \"<p>Auraus alkaa.</p>\"}, \"path\""));

        assertThat(discover("/").findings())
                .extracting(Finding::kind, Finding::url)
                .containsExactly(tuple(
                        "drupal", server.url().resolve("/jsonapi/node/news").toString()));
    }

    /** A node whose text is made of paragraphs. */
    private static String node(String included) {
        return """
                {"data": [{"type": "node--news_item", "id": "6d3c-2", "attributes": {"title": "Talvi tulee", "langcode": "fi",
                    "created": "2026-11-19T10:00:00+02:00", "path": {"alias": "/uutiset/talvi"}},
                   "relationships": {
                     "field_content": {"data": [{"type": "paragraph--text", "id": "p1"}]},
                     "field_topics": {"data": [{"type": "taxonomy_term--topics", "id": "t1"}]},
                     "field_image": {"data": {"type": "media--image", "id": "m1"}}}}],
                 "included": [%s]}
                """.formatted(included);
    }

    @Test
    void aPressRoomIsFoundWhereThePageLinksIt() {
        page("", "<a href='%s'>Uutishuone</a>".formatted(server.url().resolve("/uutishuone/123/esimerkkila")));
        pressRoom();

        assertThat(discover("/").findings())
                .extracting(Finding::kind, Finding::items)
                .containsExactly(tuple("sttinfo", 2));
    }

    @Test
    void thePageOfAPressRoomIsOne() {
        server.shows(
                "/uutishuone/123/esimerkkila",
                "text/html; charset=utf-8",
                "<!doctype html><title>Uutishuone</title><p>Tiedotteet");
        pressRoom();

        var findings = discover("/uutishuone/123/esimerkkila").findings();

        assertThat(findings).extracting(Finding::kind).containsExactly("sttinfo");
        var pasted = pasted("tiedote:\n  sources:\n" + findings.get(0).yaml());
        try (var started = new Newsroom(TestDatabase.fresh(), new MovingClock("2026-11-23T09:00:00Z"), pasted)) {
            started.gathering.gather(pasted[0].key());
            assertThat(started.releases.latest(Selection.EVERYTHING, 5))
                    .extracting(Release::title, Release::language)
                    .containsExactlyInAnyOrder(
                            tuple("Kirjasto remontissa", Language.FI), tuple("Biblioteket renoveras", Language.SV));
            assertThat(started.releases.latest(Selection.EVERYTHING, 5))
                    .extracting(Release::contentId)
                    .containsOnly(started.releases
                            .latest(Selection.EVERYTHING, 1)
                            .get(0)
                            .contentId());
        }
    }

    private void pressRoom() {
        server.shows("/json/v2/releases?publisher=123", "application/json", """
                {"releases": [
                  {"id": 456, "title": "Kirjasto remontissa", "body": "<p>Kirjasto on kiinni ja avataan keväällä.</p>",
                   "published": "2026-11-20T10:00:00Z", "language": "fi", "url": "/tiedote/456/kirjasto?lang=fi",
                   "translations": [{"language": "sv", "url": "/pressmeddelande/457/biblioteket?lang=sv"}]},
                  {"id": 457, "title": "Biblioteket renoveras", "body": "<p>Biblioteket är stängt och öppnar i vår.</p>",
                   "published": "2026-11-20T10:00:00Z", "language": "sv", "url": "/pressmeddelande/457/biblioteket?lang=sv"}]}
                """);
    }

    @Test
    void aSiteThatHasOnlyASitemapOrOnlyAListIsGatheredByThat() {
        page("", "<p>Tervetuloa</p>");
        server.shows(
                "/sitemap.xml",
                "application/xml",
                "<urlset><url><loc>%s</loc></url></urlset>"
                        .formatted(server.url().resolve("/tiedotteet/77")));
        assertThat(discover("/").findings()).extracting(Finding::kind).containsExactly("sitemap");

        page("", LIST);
        server.shows("/sitemap.xml", "text/html", "<p>404");
        assertThat(discover("/").findings()).extracting(Finding::kind).containsExactly("listing");
    }

    @Test
    void keysThatSourcesHaveAreNotProposed() throws IOException {
        server.shows("/feed.xml", "application/rss+xml", FEED);
        newsroom.close();
        newsroom = new Newsroom(
                TestDatabase.fresh(),
                new MovingClock("2026-11-23T09:00:00Z"),
                Newsroom.feed("127-0-0-1", server.url()),
                Newsroom.feed("127-0-0-1-feed", server.url()));

        assertThat(discover("/feed.xml").findings().get(0).yaml()).contains("- key: 127-0-0-1-feed-2\n");
    }

    private static SourceSettings[] pasted(String yaml) {
        try {
            var lines = new YamlPropertySourceLoader()
                    .load("pasted", new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8)));
            var sources = new MutablePropertySources();
            lines.forEach(sources::addLast);
            return new Binder(ConfigurationPropertySources.from(sources))
                    .bind("tiedote", SourceList.class)
                    .get()
                    .sources()
                    .toArray(SourceSettings[]::new);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    @Test
    void anAddressOfTheOwnNetworkIsRefusedUnlessItIsAllowed() {
        page("", LIST);

        var refused = newsroom.discovery.discover(server.url().resolve("/"), false);
        assertThat(refused.findings()).isEqualTo(List.of());
        assertThat(refused.failure()).contains("127.0.0.1");
        assertThat(server.asked()).isEmpty();
    }

    private Discovered discover(String path) {
        return newsroom.discovery.discover(server.url().resolve(path), true);
    }

    private void page(String head, String body) {
        server.shows(
                "/",
                "text/html; charset=utf-8",
                "<!doctype html><html lang=fi><head><title>Esimerkkilä</title>" + head + "</head><body>" + body);
    }
}
