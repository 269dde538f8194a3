package fi.tiedote.gather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import fi.tiedote.city.Language;
import fi.tiedote.gather.SourceSettings.Kind;
import fi.tiedote.kit.FakeSource;
import fi.tiedote.kit.MovingClock;
import fi.tiedote.kit.TestDatabase;
import fi.tiedote.release.Release;
import fi.tiedote.release.Selection;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ApiSourceTests {
    private static final String POSTS = "/wp-json/wp/v2/posts?_embed=1&per_page=50&page=";
    private static final String NEWS = "/fi/jsonapi/node/news?sort=-created&page%5Blimit%5D=50";

    private final TestDatabase database = TestDatabase.fresh();
    private final MovingClock clock = new MovingClock("2026-11-23T09:00:00Z");
    private final FakeSource server = new FakeSource();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aPostOfWordPressBringsItsTermsItsPictureAndItsTimes() throws IOException {
        server.shows(
                POSTS + 1, "application/json", "[" + post(7, "Uimahalli &#8211; ja sen &quot;avajaiset&quot;") + "]");

        try (var newsroom = newsroom(Kind.WORDPRESS, "/")) {
            assertThat(newsroom.gathering.gather("wordpress").failure()).isEmpty();
            var release = newsroom.releases.latest(Selection.EVERYTHING, 1).get(0);
            assertThat(release)
                    .extracting(Release::title, Release::publishedAt, Release::topics, Release::lead)
                    .containsExactly(
                            "Uimahalli – ja sen \"avajaiset\"",
                            Instant.parse("2026-11-20T08:00:07Z"),
                            List.of("culture"),
                            "Ovet aukeavat & kahvia on.");
            assertThat(release.attachments()).singleElement().satisfies(picture -> {
                assertThat(picture.alt()).isEqualTo("Altaan reuna");
                assertThat(picture.url()).isEqualTo(server.url().resolve("/kuva.jpg"));
            });
        }
    }

    @Test
    void postsThatNameEachOtherAsTranslationsAreOneRelease() throws IOException {
        server.shows(POSTS + 1, "application/json", """
                [{"id": 7, "guid": {"rendered": "https://example.fi/?p=7"}, "link": "/fi/silta", "lang": "fi",
                  "title": {"rendered": "Silta aukeaa"}, "content": {"rendered": "<p>Silta aukeaa.</p>"},
                  "translations": {"fi": 7, "sv": 8}},
                 {"id": 8, "guid": {"rendered": "https://example.fi/?p=8"}, "link": "/sv/bron", "lang": "sv",
                  "title": {"rendered": "Bron öppnas"}, "content": {"rendered": "<p>Bron öppnas.</p>"},
                  "translations": {"fi": 7, "sv": 8}},
                 {"id": 9, "guid": {"rendered": "https://example.fi/?p=9"}, "link": "/en/other", "lang": "en",
                  "title": {"rendered": "Another"}, "content": {"rendered": "<p>Another matter.</p>"}},
                 {"id": 10, "guid": {"rendered": "https://example.fi/?p=10"}, "link": "/fi/kirjasto", "lang": "fi",
                  "title": {"rendered": "Kirjasto"}, "content": {"rendered": "<p>Kirjasto aukeaa.</p>"},
                  "wpml_translations": [{"locale": "en_US", "id": 11, "href": "%s"}]},
                 {"id": 11, "guid": {"rendered": "https://example.fi/?p=11"}, "link": "/en/library", "lang": "en",
                  "title": {"rendered": "Library"}, "content": {"rendered": "<p>The library opens.</p>"}}]
                """.formatted(server.url().resolve("/en/library")));
        try (var newsroom = newsroom(Kind.WORDPRESS, "/")) {
            newsroom.gathering.gather("wordpress");

            var contents = new HashMap<UUID, Set<String>>();
            newsroom.releases.latest(Selection.EVERYTHING, 10).forEach(release -> contents.computeIfAbsent(
                            release.contentId(), none -> new TreeSet<>())
                    .add(release.title()));
            assertThat(contents.values())
                    .containsExactlyInAnyOrder(
                            Set.of("Silta aukeaa", "Bron öppnas"), Set.of("Another"), Set.of("Kirjasto", "Library"));
        }
    }

    @Test
    void theFirstImportGoesOnWithTheNextLookAndIsAnnouncedToNobody() throws IOException {
        for (var page = 1; page <= 12; page++) {
            server.shows(
                    POSTS + page,
                    "application/json",
                    "[" + post(page, "Otsikko " + page) + "]",
                    "X-WP-TotalPages",
                    "12");
        }
        try (var newsroom = newsroom(Kind.WORDPRESS, "/")) {
            assertThat(newsroom.gathering.gather("wordpress"))
                    .extracting(Gathered::created, Gathered::again)
                    .containsExactly(10, true);
            assertThat(newsroom.gathering.gather("wordpress"))
                    .extracting(Gathered::created, Gathered::again)
                    .containsExactly(2, false);
            assertThat(newsroom.titles()).hasSize(12);
            assertThat(newsroom.announced()).isEmpty();
        }
    }

    @Test
    void laterOnlyWhatChangedIsAskedForAndWhatAppearsIsAnnounced() throws IOException {
        server.shows(POSTS + 1, "application/json", "[" + post(1, "Eka") + "]");
        try (var newsroom = newsroom(Kind.WORDPRESS, "/")) {
            newsroom.gathering.gather("wordpress");
            server.shows(POSTS + 1, "application/json", "[" + post(2, "Ajastettu") + "," + post(1, "Eka") + "]");
            server.answers("[" + post(1, "Eka, korjattu") + "]");

            assertThat(newsroom.gathering.gather("wordpress"))
                    .extracting(Gathered::created, Gathered::corrected)
                    .containsExactly(1, 1);
            assertThat(server.asked())
                    .last()
                    .asString()
                    .contains("modified_after=2026-11-22T09%3A00%3A00Z", "orderby=modified");
            assertThat(newsroom.announced()).containsExactly("Ajastettu");
        }
    }

    @Test
    void aPageThatFailsIsWhereTheNextLookBegins() throws IOException {
        server.shows(POSTS + 1, "application/json", "[" + post(1, "Eka") + "]", "X-WP-TotalPages", "2");
        server.answers(503, "", Map.of());
        try (var newsroom = newsroom(Kind.WORDPRESS, "/")) {
            assertThat(newsroom.gathering.gather("wordpress").problems())
                    .singleElement()
                    .asString()
                    .contains("503");
            server.answers("[" + post(2, "Toka") + "]");
            newsroom.gathering.gather("wordpress");
            assertThat(newsroom.titles()).containsExactlyInAnyOrder("Eka", "Toka");
            assertThat(newsroom.announced()).isEmpty();
        }
    }

    @Test
    void whatIsNoWordPressIsSaidToBeNone() throws IOException {
        server.answers("<html>Hei</html>");
        try (var newsroom = newsroom(Kind.WORDPRESS, "/")) {
            assertThat(newsroom.gathering.gather("wordpress").failure()).contains("no JSON");
        }
    }

    @Test
    void drupalsNodesHaveTheirPathBelowTheLanguageAndTheirParagraphsAsText() throws IOException {
        server.shows(
                NEWS,
                "application/vnd.api+json",
                drupal(server.url()
                        .resolve("/fi/jsonapi/node/news?page%5Boffset%5D=50")
                        .toString()));
        server.shows("/fi/jsonapi/node/news?page%5Boffset%5D=50", "application/vnd.api+json", "{\"data\":[]}");
        try (var newsroom = newsroom(Kind.DRUPAL, "/fi/jsonapi/node/news")) {
            assertThat(newsroom.gathering.gather("drupal").created()).isEqualTo(2);
            var releases = newsroom.releases.latest(Selection.EVERYTHING, 2);
            assertThat(releases)
                    .extracting(Release::title, Release::url, Release::language)
                    .containsExactly(
                            tuple("Silta aukeaa", server.url().resolve("/fi/uutiset/silta"), Language.FI),
                            tuple("Talvi tulee", server.url().resolve("/fi/node/12"), Language.FI));
            assertThat(releases.get(0).bodyHtml()).contains("Silta aukeaa maanantaina");
            assertThat(releases.get(1).bodyHtml()).contains("Auraus alkaa");
            assertThat(releases.get(1).attachments()).singleElement().satisfies(picture -> assertThat(picture.alt())
                    .isEqualTo("Aura-auto"));

            newsroom.gathering.gather("drupal");
            assertThat(server.asked())
                    .last()
                    .asString()
                    .contains(
                            "filter%5Bchanged%5D",
                            "value%5D=" + Instant.parse("2026-11-22T09:00:00Z").getEpochSecond());
        }
    }

    @Test
    void aReleaseOfAPressRoomIsOneUnderAllItsAddresses() throws IOException {
        var room = "/json/v2/releases?publisher=123";
        server.shows(
                room,
                "application/json",
                "{\"releases\":[" + stt("/release/456/vanha?lang=fi", "Kirjasto remontissa") + "]}");
        try (var newsroom = newsroom(Kind.STTINFO, "/uutishuone/123/kaupunki")) {
            newsroom.gathering.gather("sttinfo");
            server.shows(room, "application/json", "[" + stt("/tiedote/456/uusi?lang=fi", "Kirjaston remontti") + "]");
            newsroom.gathering.gather("sttinfo");

            assertThat(newsroom.titles()).containsExactly("Kirjaston remontti");
            var release = newsroom.releases.latest(Selection.EVERYTHING, 1).get(0);
            assertThat(release.lead()).isEqualTo("Ovet kiinni viikon.");
            assertThat(release.contacts()).singleElement().satisfies(person -> assertThat(person.telephone())
                    .isEqualTo("09 123 4567"));
            assertThat(release.attachments()).singleElement().satisfies(picture -> assertThat(picture.credit())
                    .isEqualTo("Kuvaaja"));
        }
    }

    private Newsroom newsroom(Kind kind, String path) {
        return new Newsroom(database, clock, Newsroom.web(kind, server.url().resolve(path)));
    }

    private String post(int id, String title) {
        return """
                {"id": %d, "guid": {"rendered": "https://esimerkkila.example/?p=%d"}, "date": "2026-11-20T10:00:07",
                 "date_gmt": "2026-11-20T08:00:%02d", "modified_gmt": "2026-11-20T08:00:%02d", "link": "/uutiset/%d/",
                 "title": {"rendered": "%s"}, "content": {"rendered": "<p>Kaupunki kertoo ja iloitsee.</p>", "protected": false},
                 "excerpt": {"rendered": "<p>Ovet aukeavat &amp; kahvia on.</p>"},
                 "_embedded": {"author": [{"name": "Viestintä"}],
                   "wp:featuredmedia": [{"source_url": "%s", "mime_type": "image/jpeg", "alt_text": "Altaan reuna",
                      "media_details": {"filesize": 1234}}],
                   "wp:term": [[{"taxonomy": "category", "name": "Museot", "slug": "museot"}],
                      [{"taxonomy": "post_tag", "name": "Uinti", "slug": "uinti"}]]}}
                """.formatted(
                id, id, id, id, id, title.replace("\"", "\\\""), server.url().resolve("/kuva.jpg"));
    }

    private static String drupal(String next) {
        return """
                {"jsonapi": {"version": "1.0"}, "data": [
                  {"type": "node--news", "id": "6d3c-1", "attributes": {"title": "Silta aukeaa", "status": true,
                    "langcode": "fi", "created": "2026-11-20T10:00:00+02:00", "changed": "2026-11-21T10:00:00+02:00",
                    "path": {"alias": "/uutiset/silta", "langcode": "fi"},
                    "body": {"value": "x", "processed": "<p>Silta aukeaa maanantaina.</p>"}}},
                  {"type": "node--news", "id": "6d3c-2", "attributes": {"title": "Talvi tulee", "langcode": "fi",
                    "drupal_internal__nid": 12, "created": "2026-11-19T10:00:00+02:00", "path": {"alias": null}},
                   "relationships": {
                     "field_content": {"data": [{"type": "paragraph--text", "id": "p1"}]},
                     "field_image": {"data": {"type": "file--file", "id": "f1", "meta": {"alt": "Aura-auto"}}}}}],
                 "included": [
                  {"type": "paragraph--text", "id": "p1", "attributes": {"field_text": {"processed": "<p>Auraus alkaa.</p>"}}},
                  {"type": "file--file", "id": "f1", "attributes": {"filemime": "image/jpeg", "filesize": 7,
                    "uri": {"value": "public://a.jpg", "url": "/files/a.jpg"}}}],
                 "links": {"next": {"href": "%s"}}}
                """.formatted(next);
    }

    private static String stt(String url, String title) {
        return """
                {"id": 456, "title": "%s", "leadtext": "Ovet kiinni viikon.", "body": "<p>Kirjasto on kiinni ja avataan.</p>",
                 "published": "2026-11-20T10:00:00Z", "language": "fi", "url": "%s",
                 "images": [{"url": "https://esimerkkila.example/a.jpg", "caption": "Hylly", "photographer": "Kuvaaja"}],
                 "contacts": [{"name": "Maija Malli", "title": "johtaja", "phone": "09 123 4567"}]}
                """.formatted(title, url);
    }
}
