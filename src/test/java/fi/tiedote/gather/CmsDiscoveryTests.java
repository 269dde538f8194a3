package fi.tiedote.gather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import fi.tiedote.city.Language;
import fi.tiedote.kit.FakeSource;
import fi.tiedote.release.Attachment;
import fi.tiedote.release.Release;
import fi.tiedote.release.Selection;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sites of Drupal and press rooms are recognised, and gathered by the lines that are proposed. */
class CmsDiscoveryTests {
    private final Site site = new Site();
    private final FakeSource server = site.server;

    @AfterEach
    void close() throws IOException {
        site.close();
    }

    @Test
    void drupalTellsItsTypesAndWhatTheirTextsAreMadeOf() {
        site.page("<meta name=generator content='Drupal 10 (https://www.drupal.org)'>", "<p>Tervetuloa</p>");
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

        var finding = site.discover("/").findings().get(0);

        assertThat(finding)
                .extracting(Finding::kind, Finding::items, Finding::url)
                .containsExactly(
                        "drupal",
                        1,
                        server.url().resolve("/jsonapi/node/news_item")
                                + "?include=field_content,field_image,field_topics,field_image.field_media_image");
        var pasted = Site.pasted("tiedote:\n  sources:\n" + finding.yaml());
        try (var started = Site.newsroom(pasted)) {
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
        site.page("<meta name=generator content='Drupal 9'>", "<p>Tervetuloa</p>");
        server.shows(
                "/jsonapi/node/news?sort=-created&page%5Blimit%5D=50",
                "application/vnd.api+json",
                node("").replace("relationships", "none")
                        .replace("\"path\"", "\"body\": {\"processed\": \"<p>Auraus alkaa.</p>\"}, \"path\""));

        assertThat(site.discover("/").findings())
                .extracting(Finding::kind, Finding::url)
                .containsExactly(tuple(
                        "drupal", server.url().resolve("/jsonapi/node/news").toString()));
    }

    @Test
    void aPressRoomIsFoundWhereThePageLinksIt() {
        site.page("", "<a href='%s'>Uutishuone</a>".formatted(server.url().resolve("/uutishuone/123/esimerkkila")));
        pressRoom();

        assertThat(site.discover("/").findings())
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

        var findings = site.discover("/uutishuone/123/esimerkkila").findings();

        assertThat(findings).extracting(Finding::kind).containsExactly("sttinfo");
        var pasted = Site.pasted("tiedote:\n  sources:\n" + findings.get(0).yaml());
        try (var started = Site.newsroom(pasted)) {
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
}
