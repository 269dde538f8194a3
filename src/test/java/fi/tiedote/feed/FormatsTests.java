package fi.tiedote.feed;

import static fi.tiedote.feed.FeedDocument.dom;
import static fi.tiedote.feed.FeedDocument.elements;
import static fi.tiedote.feed.FeedDocument.link;
import static fi.tiedote.feed.FeedDocument.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndEntry;
import fi.tiedote.city.Language;
import fi.tiedote.kit.Drafts;
import fi.tiedote.release.Attachment;
import fi.tiedote.release.Contact;
import fi.tiedote.release.Selection;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FormatsTests {
    private static final String ODD =
            "<pre>  a\n\tb   ä 😀\n\n  c</pre>\n<p>]]&gt; &lt;b&gt; &amp;amp; ääkköset ja väli \u00A0 tässä.</p>";

    private final PressOffice office = new PressOffice();
    private final Printed printed = new Printed(office);

    @AfterEach
    void close() {
        office.closeDatabase();
    }

    @Test
    void theSameReleaseHasTheSameIdInEveryFormat() throws Exception {
        var id = office.release(office.publish("a", Language.FI, "<p>Auki.</p>", "liikunta"));
        var expected = "urn:uuid:" + id.uuid();

        assertThat(printed.rome(Format.RSS).getEntries())
                .extracting(SyndEntry::getUri)
                .containsExactly(expected);
        assertThat(printed.rome(Format.ATOM).getEntries())
                .extracting(SyndEntry::getUri)
                .containsExactly(expected);
        assertThat(printed.json().at("/items/0/id").asString()).isEqualTo(expected);
        assertThat(texts(printed.document(Format.RSS), "link"))
                .contains("https://tiedote.example.fi/releases/" + id.id());
        assertThat(printed.json().at("/items/0/url").asString())
                .isEqualTo("https://tiedote.example.fi/releases/" + id.id());
    }

    @Test
    void textArrivesByteForByte() throws Exception {
        var body = office.release(office.publish("a", Language.FI, ODD)).bodyHtml();
        assertThat(body).isEqualTo(ODD);

        assertThat(texts(printed.document(Format.RSS), "content:encoded"))
                .singleElement()
                .asString()
                .startsWith(body);
        assertThat(texts(printed.document(Format.ATOM), "content"))
                .singleElement()
                .asString()
                .startsWith(body);
        assertThat(printed.json().at("/items/0/content_html").asString()).startsWith(body);
        assertThat(printed.rome(Format.ATOM)
                        .getEntries()
                        .get(0)
                        .getContents()
                        .get(0)
                        .getValue())
                .startsWith(body);
        assertThat(printed.ninjs().at("/items/0/bodies/0/value").asString()).isEqualTo(body);
    }

    @Test
    void poisonDoesNotKillAFeed() throws Exception {
        office.desk.keep(Drafts.of("a", "a", Language.FI, "Myrk\u000Bky \uD800", "<p>x\u000By]]></p>", Set.of()));

        for (var format : List.of(Format.RSS, Format.ATOM)) {
            assertThat(texts(printed.document(format), "title")).contains("Myrkky");
        }
        assertThat(printed.json().at("/items/0/title").asString()).isEqualTo("Myrkky");
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
    void aTextEndsWithThePeopleToAsk() throws Exception {
        office.desk.keep(Drafts.of("a.sv", "a", Language.SV, "Simhallen", "<p>Öppet.</p>", Set.of("liikunta")));
        var end = "<h2>Mer information</h2><ul><li>Aino Esimerkki, rehtori, Esimerkkilän kaupunki, "
                + "<a href=\"tel:0400000001\">040 000 0001</a>, "
                + "<a href=\"mailto:aino@example.org\">aino@example.org</a></li></ul>";

        assertThat(texts(printed.document(Format.RSS), "content:encoded")).containsExactly("<p>Öppet.</p>" + end);
        assertThat(texts(printed.document(Format.ATOM), "content")).containsExactly("<p>Öppet.</p>" + end);
        assertThat(printed.json().at("/items/0/content_html").asString()).endsWith(end);
        assertThat(printed.json().at("/items/0/_tiedote/contacts/0/telephone").asString())
                .isEqualTo("040 000 0001");
        assertThat(printed.json().at("/items/0/_tiedote/topics/0").asString()).isEqualTo("liikunta");
        assertThat(printed.ninjs().at("/items/0/people/0/contactInfo/1/value").asString())
                .isEqualTo("aino@example.org");
    }

    @Test
    void whatIsNoNumberAndNoAddressIsNoLink() {
        office.publishNaming("a", new Contact("A <b>", "", "", "ks. <verkko>", "a b@example"));

        assertThat(printed.json().at("/items/0/content_html").asString())
                .endsWith("<ul><li>A &lt;b&gt;, ks. &lt;verkko&gt;, a b@example</li></ul>");
    }

    @Test
    void anEmptyFeedIsAFeed() throws Exception {
        assertThat(printed.rome(Format.RSS).getEntries()).isEmpty();
        assertThat(printed.rome(Format.ATOM).getEntries()).isEmpty();
        assertThat(texts(printed.document(Format.ATOM), "updated")).hasSize(1);
        assertThat(printed.json().get("items").isArray()).isTrue();
    }

    @Test
    void aLeadThatLooksLikeMarkupIsReadAsItWasWritten() throws Exception {
        office.publish("a", Language.FI, "<p>Lämpötila oli 5 &lt; 6 &amp; vettä tuli paljon.</p>");

        assertThat(texts(printed.document(Format.RSS), "description").get(1)).contains("5 &lt; 6 &amp; vettä");
        assertThat(texts(printed.document(Format.ATOM), "summary").get(0)).contains("5 < 6 & vettä");
    }

    @Test
    void filesAreToldOnceInRssAndAllElsewhere() throws Exception {
        office.publishWith(
                "a",
                new Attachment(URI.create("https://example.fi/a.jpg"), "image/jpeg", 1234, "Uimahalli", "Kuva: A"),
                new Attachment(URI.create("https://example.fi/b.pdf"), "application/pdf", 99, "", ""),
                new Attachment(URI.create("https://example.fi/c"), "", 0, "", ""),
                new Attachment(URI.create("ftp://example.fi/d.pdf"), "application/pdf", 99, "", ""));
        var rss = printed.document(Format.RSS);

        assertThat(elements(rss, "enclosure")).singleElement().satisfies(file -> {
            assertThat(file.getAttribute("url")).isEqualTo("https://example.fi/a.jpg");
            assertThat(file.getAttribute("length")).isEqualTo("1234");
        });
        assertThat(texts(rss, "media:description")).containsExactly("Uimahalli");
        assertThat(texts(rss, "media:credit")).containsExactly("Kuva: A");
        assertThat(link(printed.document(Format.ATOM), "enclosure")).hasSize(3).noneMatch(url -> url.startsWith("ftp"));
        assertThat(printed.json().at("/items/0/attachments")).hasSize(2);
        assertThat(printed.json().at("/items/0/image").asString()).isEqualTo("https://example.fi/a.jpg");
    }
}
