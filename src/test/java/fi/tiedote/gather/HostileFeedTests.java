package fi.tiedote.gather;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import fi.tiedote.kit.OddServer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens to a feed on its way, it is read as far as it goes. */
class HostileFeedTests {
    private static final int MUTATIONS = 400;
    private static final List<String> FEEDS = List.of("""
            <?xml version="1.0" encoding="utf-8"?><!DOCTYPE rss [<!ENTITY museo "Museo">]>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>&museo;</title>
            <item><title>Eka &amp; näyttely</title><link>/1</link><pubDate>Wed, 2 Sep 2026 10:15:00 +0300</pubDate>
            <content:encoded><![CDATA[<p>Auki &mdash; <a href="x">täällä</a>.</p>]]></content:encoded></item>
            <item><title>Toka</title><enclosure url="/k.jpg" type="image/jpeg" length="7"/></item>
            <item><title>Kolmas</title><description>&lt;b&gt;a</description></item></channel></rss>
            """, """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="sv" xml:base="http://example.org/"><title type="html">&lt;i></title>
            <entry><id>urn:1</id><title>Ett</title><author><name>Essi</name></author><updated>2026-09-02T10:15:00Z</updated>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Öppet<br/></p></div></content></entry>
            <entry><title>Två</title><content type="application/x">VWxvcw==</content><category term="a"/></entry></feed>
            """, """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
             xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="a"><title>F</title></channel>
            <item rdf:about="b"><title>Eka</title><dc:date>2026-09</dc:date></item>
            <item><title>Toka</title></item></rdf:RDF>
            """, """
            {"version": "https://jsonfeed.org/version/1.1", "title": "F", "authors": [{"name": "Essi"}], "items": [
            {"id": 1, "title": "Eka", "content_html": "<p>\\u00e4</p>", "tags": ["a"], "date_published": "2026-09-02"},
            {"id": "2", "attachments": [{"url": "k.jpg", "mime_type": "image/jpeg", "size_in_bytes": 7}]}]}
            """);
    private static final List<String> PIECES = List.of(
            ("<![CDATA[ ]]> <!-- --> <item> </item> </entry> </channel> <title> </rss> <a/> & &#0; &#xD800; < > ' \" { } [ ]"
                            + " , : \\u null 1e999 \u0000 \uFEFF <!DOCTYPE <?xml xmlns= xml:base='//[' type=\"multipart/\" -")
                    .split(" "));

    @ParameterizedTest
    @MethodSource("feeds")
    void whatWasWholeBeforeTheCutIsFound(String feed) {
        var bytes = feed.getBytes(StandardCharsets.UTF_8);
        for (var cut = 0; cut < bytes.length; cut++) {
            var left = Arrays.copyOf(bytes, cut);
            assertThat(items(left)).as("cut at byte %d", cut).isGreaterThanOrEqualTo(wholeItems(left));
        }
    }

    @ParameterizedTest
    @MethodSource("feeds")
    void nothingThatIsChangedMakesTheReaderFail(String feed) {
        var chance = new Random(feed.length());
        for (var round = 0; round < MUTATIONS; round++) {
            var bytes = feed.getBytes(StandardCharsets.UTF_8);
            for (var changes = chance.nextInt(4); changes >= 0; changes--) {
                bytes = changed(bytes, chance);
            }
            assertThat(reading(bytes)).as("round %d", round).isNotNull();
        }
    }

    @Test
    void whatHasTooManyItemsIsReadUpToTheMost() {
        assertThat(document(json("{}", 50_001))).satisfies(HostileFeedTests::saysWhatIsTooMuch);
        assertThat(document(rss("<item/>".repeat(50_001)))).satisfies(HostileFeedTests::saysWhatIsTooMuch);
        assertThat(document(rss("<item><title>a</title></item>".repeat(50_001))))
                .satisfies(HostileFeedTests::saysWhatIsTooMuch);
    }

    @Test
    void aLargeFeedIsReadItemByItem() {
        var items = IntStream.range(0, 5_000)
                .mapToObj(
                        at -> "<item><guid>%d</guid><link>%d</link>%s</item>".formatted(at, at, "<a>b</a>".repeat(15)))
                .collect(Collectors.joining());

        var document = document(rss("<title>F</title>" + items + "<copyright>C</copyright>"));

        assertThat(document.items()).hasSize(5_000).extracting(Item::id).doesNotHaveDuplicates();
        assertThat(document.items().get(4_999).url()).hasToString("http://example.org/b/4999");
        assertThat(document.channel().title()).isEqualTo("F");
        assertThat(document.channel().rights()).isEqualTo("C");
        assertThat(document.problems()).isEmpty();
    }

    @Test
    void whatLooksLikeAnItemWithinASectionOrACommentDividesNothing() {
        var items = "<item><title>a</title><description><![CDATA[<item>]]></description><!-- <item> --></item>";

        assertThat(document(rss(items.repeat(12_000))).items()).hasSize(12_000);
    }

    @Test
    void anItemThatIsTooLargeLosesOnlyWhatIsTooMuch() {
        assertThat(document(rss(
                        "<item><title>a</title>" + "<x/>".repeat(300_000) + "</item><item><title>b</title></item>")))
                .satisfies(document -> {
                    assertThat(document.items()).extracting(Item::title).containsExactly("a", "b");
                    assertThat(document.problems())
                            .containsExactly(
                                    "item 1 in line 1: it has more than 100000 tags; what follows them was left out");
                });
        assertThat(document(rss("<item><description>" + "&lt;b>x".repeat(100_001) + "</description></item><item/>")))
                .satisfies(document -> {
                    assertThat(document.items()).hasSize(2);
                    assertThat(document.problems())
                            .containsExactly(
                                    "item 1 in line 1: it has more than 100000 tags; what follows them was left out");
                });
        assertThat(document("{\"items\":[{\"id\":1},{\"a\":[%s0]},{\"id\":3}]}".formatted("0,".repeat(200_000))))
                .satisfies(document -> {
                    assertThat(document.items()).extracting(Item::id).containsExactly("1", "3");
                    assertThat(document.problems())
                            .containsExactly("item 2 in line 1: it has more than 100000 values; it was left out");
                });
    }

    @Test
    void nothingThatADocumentNamesIsFetched() {
        try (var server = OddServer.saying("HTTP/1.1 200 OK\r\n\r\n")) {
            var named = """
                    <?xml version="1.0"?><?xml-stylesheet href="URL"?>
                    <!DOCTYPE rss SYSTEM "URL" [<!ENTITY % a SYSTEM "URL"> %a; <!ENTITY b SYSTEM "URL">]>
                    <rss xmlns:x="http://www.w3.org/2001/XInclude" xmlns:s="http://www.w3.org/2001/XMLSchema-instance"
                     s:noNamespaceSchemaLocation="URL"><channel><item><title>&b;</title><x:include href="URL"/>
                    <description>&lt;img src="URL">&lt;link rel="stylesheet" href="URL"></description></item></channel></rss>
                    """.replace("URL", server.url().toString());
            var page = "<!DOCTYPE html SYSTEM 'URL'><base href='URL'><p>Uimahalli<img src='URL'><iframe src='URL'>"
                    .replace("URL", server.url().toString());

            assertThat(document(named).items()).hasSize(1);
            assertThat(document(page).items()).hasSize(1);
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void theLineOfABadItemIsSaidHoweverTheFeedIsDivided() {
        var good = "<item><title>a</title><description>&lt;p>x&lt;/p></description></item>\r\n";
        var bad = "<item><title>b</title>\n<description>" + "&lt;b>x".repeat(100_001) + "</description></item>";
        var frame = "\n\n<?xml version='1.0'?>\n<rss\n version='2.0'><channel>%s%s%s%s</channel></rss>";

        for (var items : List.of(1, 30_000)) {
            assertThat(document(frame.formatted(good.repeat(items), bad, good, bad))
                            .problems())
                    .contains(
                            "item %d in line %d: it has more than 100000 tags; what follows them was left out"
                                    .formatted(items + 1, items + 5),
                            "item %d in line %d: it has more than 100000 tags; what follows them was left out"
                                    .formatted(items + 3, items + 7));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.html", "a.txt", "a.eml"})
    void pagesTextsAndMailsAreReadUpToAnAmountToo(String name) {
        var text = requireNonNull(Map.of(
                        "a.html", "<!doctype html><h1>Halli avataan</h1>" + "<p>Auki.</p>\n".repeat(60_000),
                        "a.txt", "Halli avataan\n\n20.11.2026\n\n" + "Auki.\n".repeat(60_000),
                        "a.eml", "Subject: Halli avataan\nFrom: a@example.org\n\n" + "Auki.\n".repeat(60_000))
                .get(name));

        var document = (Document) Texts.read(text.getBytes(StandardCharsets.UTF_8), name);

        assertThat(document.items()).extracting(Item::title).containsExactly("Halli avataan");
        assertThat(document.problems()).singleElement().asString().endsWith("what follows them was left out");
    }

    @Test
    void aFeedMayTellOfItselfBehindItsItems() {
        assertThat(document("{\"items\":[{\"id\":1}],\"title\":\"F\",\"author\":{\"name\":\"Essi\"}}"))
                .satisfies(document -> {
                    assertThat(document.channel().title()).isEqualTo("F");
                    assertThat(document.items()).extracting(Item::author).containsExactly("Essi");
                });
    }

    @Test
    void whereJsonBreaksIsSaid() {
        assertThat(((Document) reading("{\"items\": [{\"id\": 1},\n  nothing".getBytes(StandardCharsets.UTF_8)))
                        .problems())
                .singleElement()
                .asString()
                .startsWith("it is no JSON at line 2, column ")
                .endsWith("; what could be made out of it was read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":", "[", "9", "\"", "{\"items\":["})
    void jsonThatIsTooDeepOrTooLongLosesNoItemBeforeIt(String piece) {
        var text = "{\"items\": [{\"id\": \"a\"}, {\"id\": " + piece.repeat(100_000);

        assertThat(((Document) reading(text.getBytes(StandardCharsets.UTF_8))).items())
                .extracting(Item::id)
                .startsWith("a");
    }

    static Stream<String> feeds() {
        return FEEDS.stream();
    }

    private static String json(String item, int times) {
        return "{\"items\":[" + String.join(",", Collections.nCopies(times, item)) + "]}";
    }

    private static String rss(String content) {
        return "<rss version='2.0' xml:base='http://example.org/b/'><channel>" + content + "</channel></rss>";
    }

    private static void saysWhatIsTooMuch(Document document) {
        assertThat(document.items()).hasSize(50_000);
        assertThat(document.problems())
                .containsExactly("what follows item 50000 was left out: more are not read at once");
    }

    private static Document document(String text) {
        return (Document) reading(text.getBytes(StandardCharsets.UTF_8));
    }

    private static int wholeItems(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).split("</(?:item|entry)>|(?<=\\}),\\n\\{", -1).length - 1;
    }

    private static int items(byte[] bytes) {
        return reading(bytes) instanceof Document document ? document.items().size() : 0;
    }

    private static byte[] changed(byte[] bytes, Random chance) {
        var from = chance.nextInt(bytes.length + 1);
        var to = from + chance.nextInt(Math.min(bytes.length - from, 100) + 1);
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        var piece = PIECES.get(chance.nextInt(PIECES.size()));
        return switch (chance.nextInt(4)) {
            case 0 -> (text.substring(0, from) + text.substring(to)).getBytes(StandardCharsets.ISO_8859_1);
            case 1 -> (text.substring(0, to) + text.substring(from)).getBytes(StandardCharsets.ISO_8859_1);
            case 2 -> (text.substring(0, from) + piece + text.substring(from)).getBytes(StandardCharsets.UTF_8);
            default ->
                (text.substring(0, from)
                                + (char) chance.nextInt(256)
                                + text.substring(Math.min(from + 1, text.length())))
                        .getBytes(StandardCharsets.ISO_8859_1);
        };
    }

    private static Reading reading(byte[] bytes) {
        return Parser.read(bytes, Texts.origin("http://example.org/f", ""));
    }
}
