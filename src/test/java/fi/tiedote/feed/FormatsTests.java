package fi.tiedote.feed;

import static fi.tiedote.feed.FeedDocument.dom;
import static fi.tiedote.feed.FeedDocument.elements;
import static fi.tiedote.feed.FeedDocument.link;
import static fi.tiedote.feed.FeedDocument.texts;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import fi.tiedote.city.Language;
import fi.tiedote.kit.Drafts;
import fi.tiedote.release.Attachment;
import fi.tiedote.release.Contact;
import fi.tiedote.release.Selection;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FormatsTests {
    private static final String ODD =
            "<pre>  a\n\tb   ä 😀\n\n  c</pre>\n<p>]]&gt; &lt;b&gt; &amp;amp; ääkköset ja väli \u00A0 tässä.</p>";

    private final PressOffice office = new PressOffice();

    @AfterEach
    void close() {
        office.closeDatabase();
    }

    @Test
    void theSameReleaseHasTheSameIdInEveryFormat() throws Exception {
        var id = office.release(office.publish("a", Language.FI, "<p>Auki.</p>", "liikunta"));
        var expected = "urn:uuid:" + id.uuid();

        assertThat(rome(Format.RSS).getEntries()).extracting(SyndEntry::getUri).containsExactly(expected);
        assertThat(rome(Format.ATOM).getEntries()).extracting(SyndEntry::getUri).containsExactly(expected);
        assertThat(json().at("/items/0/id").asString()).isEqualTo(expected);
        assertThat(texts(document(Format.RSS), "link")).contains("https://tiedote.example.fi/releases/" + id.id());
        assertThat(json().at("/items/0/url").asString()).isEqualTo("https://tiedote.example.fi/releases/" + id.id());
    }

    @Test
    void textArrivesByteForByte() throws Exception {
        var body = office.release(office.publish("a", Language.FI, ODD)).bodyHtml();
        assertThat(body).isEqualTo(ODD);

        assertThat(texts(document(Format.RSS), "content:encoded"))
                .singleElement()
                .asString()
                .startsWith(body);
        assertThat(texts(document(Format.ATOM), "content"))
                .singleElement()
                .asString()
                .startsWith(body);
        assertThat(json().at("/items/0/content_html").asString()).startsWith(body);
        assertThat(rome(Format.ATOM).getEntries().get(0).getContents().get(0).getValue())
                .startsWith(body);
        assertThat(ninjs().at("/items/0/bodies/0/value").asString()).isEqualTo(body);
    }

    @Test
    void poisonDoesNotKillAFeed() throws Exception {
        office.desk.keep(Drafts.of("a", "a", Language.FI, "Myrk\u000Bky \uD800", "<p>x\u000By]]></p>", Set.of()));

        for (var format : List.of(Format.RSS, Format.ATOM)) {
            assertThat(texts(document(format), "title")).contains("Myrkky");
        }
        assertThat(json().at("/items/0/title").asString()).isEqualTo("Myrkky");
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"RSS", "ATOM"})
    void aFeedTellsWhereItIsItself(Format format) throws Exception {
        office.publish("a", Language.FI, "<p>Auki.</p>", "liikunta");
        var selection = new Selection(List.of(Language.FI), List.of("liikunta"), List.of(), "auki");
        var feed = dom(office.feed(format, selection));

        assertThat(link(feed, "self"))
                .containsExactly(
                        new Feeds(PressOffice.CITY).address(selection, format).toString());
        assertThat(link(feed, "next")).isEmpty();
        assertThat(texts(feed, "title").get(0)).isEqualTo("Esimerkkilän kaupunki – Liikunta · auki");
    }

    @Test
    void languageIsToldOnceForAFeedOfOneAndOfEachEntryOtherwise() throws Exception {
        office.desk.keep(Drafts.of("a.fi", "a", Language.FI, "Uimahalli", "<p>Auki.</p>", Set.of("liikunta")));
        office.desk.keep(Drafts.of("a.sv", "a", Language.SV, "Simhallen", "<p>Öppet.</p>", Set.of("liikunta")));

        assertThat(texts(document(Format.RSS), "language")).isEmpty();
        assertThat(texts(document(Format.RSS), "dc:language")).containsExactly("sv", "fi");
        assertThat(texts(document(Format.RSS), "dc:date")).isEmpty();
        assertThat(texts(document(Format.RSS), "category"))
                .containsExactly("Liikunta sv", "Keskusta sv", "Liikunta", "Keskusta");
        assertThat(elements(document(Format.ATOM), "entry").map(entry -> entry.getAttribute("xml:lang")))
                .containsExactly("sv", "fi");
        assertThat(json().has("language")).isFalse();
        assertThat(json().at("/items/0/language").asString()).isEqualTo("sv");

        var swedish = new Selection(List.of(Language.SV), List.of(), List.of(), "");
        assertThat(texts(dom(office.feed(Format.RSS, swedish)), "language")).containsExactly("sv");
        assertThat(dom(office.feed(Format.ATOM, swedish)).getDocumentElement().getAttribute("xml:lang"))
                .isEqualTo("sv");
    }

    @Test
    void languageVersionsPointAtEachOtherEvenFromAFeedOfOne() throws Exception {
        var finnish = office.desk.keep(Drafts.of("a.fi", "a", Language.FI, "Uimahalli", "<p>Auki.</p>", Set.of()));
        office.desk.keep(Drafts.of("a.sv", "a", Language.SV, "Simhallen", "<p>Öppet.</p>", Set.of()));
        var swedish = new Selection(List.of(Language.SV), List.of(), List.of(), "");
        var address = "https://tiedote.example.fi/releases/" + finnish.id();

        for (var name : List.of("atom:link", "link")) {
            var feed = dom(office.feed(name.equals("link") ? Format.ATOM : Format.RSS, swedish));
            assertThat(elements(feed, name)
                            .filter(link -> link.getAttribute("hreflang").equals("fi")))
                    .singleElement()
                    .extracting(link -> link.getAttribute("href"))
                    .isEqualTo(address);
        }
        assertThat(JsonMapper.shared()
                        .readTree(office.feed(Format.JSON, swedish))
                        .at("/items/0/_tiedote/alternates/fi")
                        .asString())
                .isEqualTo(address);
    }

    @Test
    void aTextEndsWithThePeopleToAsk() throws Exception {
        office.desk.keep(Drafts.of("a.sv", "a", Language.SV, "Simhallen", "<p>Öppet.</p>", Set.of("liikunta")));
        var end = "<h2>Mer information</h2><ul><li>Aino Esimerkki, rehtori, Esimerkkilän kaupunki, "
                + "<a href=\"tel:0400000001\">040 000 0001</a>, "
                + "<a href=\"mailto:aino@example.org\">aino@example.org</a></li></ul>";

        assertThat(texts(document(Format.RSS), "content:encoded")).containsExactly("<p>Öppet.</p>" + end);
        assertThat(texts(document(Format.ATOM), "content")).containsExactly("<p>Öppet.</p>" + end);
        assertThat(json().at("/items/0/content_html").asString()).endsWith(end);
        assertThat(json().at("/items/0/_tiedote/contacts/0/telephone").asString())
                .isEqualTo("040 000 0001");
        assertThat(json().at("/items/0/_tiedote/topics/0").asString()).isEqualTo("liikunta");
        assertThat(ninjs().at("/items/0/people/0/contactInfo/1/value").asString())
                .isEqualTo("aino@example.org");
    }

    @Test
    void whatIsNoNumberAndNoAddressIsNoLink() {
        office.publishNaming("a", new Contact("A <b>", "", "", "ks. <verkko>", "a b@example"));

        assertThat(json().at("/items/0/content_html").asString())
                .endsWith("<ul><li>A &lt;b&gt;, ks. &lt;verkko&gt;, a b@example</li></ul>");
    }

    @Test
    void aCorrectionMovesTheUpdateAndNothingElse() throws Exception {
        office.publish("a", Language.FI, "<p>Auki.</p>");
        var before = json().at("/items/0");
        office.clock.advance(Duration.ofHours(1));
        office.publish("a", Language.FI, "<p>Kiinni.</p>");
        var after = json().at("/items/0");

        assertThat(after.get("id")).isEqualTo(before.get("id"));
        assertThat(after.get("date_published")).isEqualTo(before.get("date_published"));
        assertThat(after.get("date_modified").asString()).isEqualTo("2026-11-23T10:00:00Z");
        assertThat(texts(document(Format.ATOM), "updated")).containsOnly("2026-11-23T10:00:00Z");
        assertThat(texts(document(Format.ATOM), "published")).containsExactly("2026-11-20T08:00:00Z");
        assertThat(texts(document(Format.RSS), "pubDate")).containsExactly("Fri, 20 Nov 2026 08:00:00 GMT");
        assertThat(texts(document(Format.RSS), "lastBuildDate")).containsExactly("Mon, 23 Nov 2026 10:00:00 GMT");
    }

    @Test
    void whatIsWithdrawnIsGone() throws Exception {
        var id = office.publish("a", Language.FI, "<p>Auki.</p>");
        office.desk.withdraw(id);

        assertThat(rome(Format.RSS).getEntries()).isEmpty();
        assertThat(rome(Format.ATOM).getEntries()).isEmpty();
        assertThat(json().get("items")).isEmpty();
    }

    @Test
    void atomTellsWhatWasWithdrawnAfterItWasPublished() throws Exception {
        office.desk.withdraw(office.desk
                .keep(Drafts.embargoed(Drafts.plain("e"), office.clock.instant().plusSeconds(9)))
                .id());
        var id = office.publish("a", Language.FI, "<p>Auki.</p>");
        office.clock.advance(Duration.ofHours(1));
        office.desk.withdraw(id);
        var feed = document(Format.ATOM);

        assertThat(elements(feed, "at:deleted-entry")).singleElement().satisfies(tombstone -> {
            assertThat(tombstone.getAttribute("ref"))
                    .isEqualTo("urn:uuid:" + office.release(id).uuid());
            assertThat(tombstone.getAttribute("when")).isEqualTo("2026-11-23T10:00:00Z");
        });
        assertThat(texts(feed, "updated")).containsExactly("2026-11-23T10:00:00Z");
    }

    @Test
    void anEmptyFeedIsAFeed() throws Exception {
        assertThat(rome(Format.RSS).getEntries()).isEmpty();
        assertThat(rome(Format.ATOM).getEntries()).isEmpty();
        assertThat(texts(document(Format.ATOM), "updated")).hasSize(1);
        assertThat(json().get("items").isArray()).isTrue();
    }

    @Test
    void aLeadThatLooksLikeMarkupIsReadAsItWasWritten() throws Exception {
        office.publish("a", Language.FI, "<p>Lämpötila oli 5 &lt; 6 &amp; vettä tuli paljon.</p>");

        assertThat(texts(document(Format.RSS), "description").get(1)).contains("5 &lt; 6 &amp; vettä");
        assertThat(texts(document(Format.ATOM), "summary").get(0)).contains("5 < 6 & vettä");
    }

    @Test
    void filesAreToldOnceInRssAndAllElsewhere() throws Exception {
        office.publishWith(
                "a",
                new Attachment(URI.create("https://example.fi/a.jpg"), "image/jpeg", 1234, "Uimahalli", "Kuva: A"),
                new Attachment(URI.create("https://example.fi/b.pdf"), "application/pdf", 99, "", ""),
                new Attachment(URI.create("https://example.fi/c"), "", 0, "", ""),
                new Attachment(URI.create("ftp://example.fi/d.pdf"), "application/pdf", 99, "", ""));
        var rss = document(Format.RSS);

        assertThat(elements(rss, "enclosure")).singleElement().satisfies(file -> {
            assertThat(file.getAttribute("url")).isEqualTo("https://example.fi/a.jpg");
            assertThat(file.getAttribute("length")).isEqualTo("1234");
        });
        assertThat(texts(rss, "media:description")).containsExactly("Uimahalli");
        assertThat(texts(rss, "media:credit")).containsExactly("Kuva: A");
        assertThat(link(document(Format.ATOM), "enclosure")).hasSize(3).noneMatch(url -> url.startsWith("ftp"));
        assertThat(json().at("/items/0/attachments")).hasSize(2);
        assertThat(json().at("/items/0/image").asString()).isEqualTo("https://example.fi/a.jpg");
    }

    private SyndFeed rome(Format format) throws Exception {
        return new SyndFeedInput()
                .build(new XmlReader(new ByteArrayInputStream(office.feed(format, Selection.EVERYTHING))));
    }

    private JsonNode json() {
        var feed = office.feed(Format.JSON, Selection.EVERYTHING);
        assertThat(new String(feed, UTF_8)).contains("\"version\":\"https://jsonfeed.org/version/1.1\"");
        return JsonMapper.shared().readTree(feed);
    }

    private JsonNode ninjs() {
        return JsonMapper.shared().readTree(office.feed(Format.NINJS, Selection.EVERYTHING));
    }

    private Document document(Format format) throws Exception {
        return dom(office.feed(format, Selection.EVERYTHING));
    }
}
