package fi.tiedote.reading;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tiedote.city.Language;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedFormTests {
    private static final String OPEN =
            "<rss version=\"2.0\"><channel><title>Museo</title><link>https://example.org</link>"
                    + "<description>d</description>";
    private static final String CLOSE = "</channel></rss>";

    @Test
    void rssIsRead() {
        var document = document(OPEN.replace("<rss", "<rss xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"")
                + "<item><guid>a</guid><title>Näyttely &amp; ilta</title><link>/n</link><description>Lyhyesti.</description>"
                + "<content:encoded><![CDATA[<p>Näyttely on auki ja se on ilmainen.</p>]]></content:encoded>"
                + "<enclosure url=\"/k.jpg\" type=\"image/jpeg\" length=\"7\"/></item>" + CLOSE);

        var item = document.items().get(0);
        assertThat(document.format()).isEqualTo(Format.RSS);
        assertThat(item)
                .extracting(Item::id, Item::title, Item::lead, Item::bodyHtml, Item::language, Item::publishedAt)
                .containsExactly(
                        "a",
                        "Näyttely & ilta",
                        "Lyhyesti.",
                        "<p>Näyttely on auki ja se on ilmainen.</p>",
                        Language.FI,
                        null);
        assertThat(item.attachments()).singleElement().satisfies(attachment -> assertThat(attachment.url())
                .isEqualTo(URI.create("https://example.org/k.jpg")));
    }

    @Test
    void atomIsRead() {
        var document = document("<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Museo</title><id>f</id>"
                + "<updated>2026-11-20T10:00:00Z</updated><entry><id>urn:a</id><title>Eka</title>"
                + "<link href=\"https://example.org/a\"/><published>2026-11-20T10:00:00Z</published>"
                + "<updated>2026-11-21T10:00:00Z</updated><content type=\"html\">&lt;p&gt;Teksti.&lt;/p&gt;</content>"
                + "</entry></feed>");

        assertThat(document.format()).isEqualTo(Format.ATOM);
        assertThat(document.items().get(0))
                .extracting(Item::id, Item::title, Item::url, Item::bodyHtml, Item::publishedAt, Item::updatedAt)
                .containsExactly(
                        "urn:a",
                        "Eka",
                        URI.create("https://example.org/a"),
                        "<p>Teksti.</p>",
                        Instant.parse("2026-11-20T10:00:00Z"),
                        Instant.parse("2026-11-21T10:00:00Z"));
    }

    @Test
    void jsonFeedIsReadAndABadItemLosesNoOther() {
        var document = document("""
                {"version": "https://jsonfeed.org/version/1.1", "title": "Museo", "items": [
                  {"id": 7, "content_text": "Eka rivi\\n<toka>", "date_published": "2026-11-20T12:00:00.123+02:00",
                   "language": "sv-FI", "tags": ["Museot"]},
                  {"id": "empty"}, 42,
                  {"id": "b", "title": "Toka", "content_html": "<p>x</p>", "date_published": "2026-02-31T12:00:00Z"}]}
                """);

        assertThat(document.problems()).containsExactly("item 3 in line 4: it is no object; it was left out");
        assertThat(document.items())
                .extracting(Item::id, Item::title, Item::bodyHtml, Item::publishedAt, Item::language)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "7",
                                "",
                                "<p>Eka rivi</p><p>&lt;toka&gt;</p>",
                                Instant.parse("2026-11-20T10:00:00.123Z"),
                                Language.SV),
                        org.assertj.core.groups.Tuple.tuple("empty", "", "", null, null),
                        org.assertj.core.groups.Tuple.tuple("b", "Toka", "<p>x</p>", null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "just text", "{\"a\": 1}", "{", "<a/>", "<rss"})
    void whatIsNoFeedIsSaidToBeNone(String text) {
        var reading = Parser.feed(
                text.getBytes(StandardCharsets.UTF_8), Texts.origin("https://example.org/feed", "text/xml"));

        assertThat(reading).isInstanceOf(Unreadable.class);
    }

    @Test
    void aWebPageIsNoFeed() {
        var page =
                "<html><body><h1>Tiedote</h1><p>Uimahalli on auki.</p></body></html>".getBytes(StandardCharsets.UTF_8);
        var origin = Texts.origin("https://example.org/feed", "text/html");

        assertThat(Parser.read(page, origin)).isInstanceOf(Document.class);
        assertThat(Parser.feed(page, origin)).isInstanceOf(Unreadable.class);
    }

    private static Document document(String text) {
        return (Document)
                Parser.read(text.getBytes(StandardCharsets.UTF_8), Texts.origin("https://example.org/feed", ""));
    }
}
