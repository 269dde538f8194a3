package fi.tiedote.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes feeds such as cities publish, of any size; each release in them has a text of its own. */
class Press {
    private static final String[] WORDS = ("kaupunki korjaa sillan Satamakadulla ensi viikolla liikenne ohjataan kiertotielle"
                    + " myös bussit työ kestää arviolta kolme päivää melua syntyy arkisin asukkaat voivat kysyä lisää puhelimitse"
                    + " kirjasto avaa uudet ovensa keväällä koulun piha laajenee lapset saavat kiipeilytelineen hallitus päätti"
                    + " valtuusto käsittelee talousarviota ensi vuodelle vesijohto uusitaan kadun alla jäte kerätään torstaina")
            .split(" ");

    private Press() {}

    /** Feeds of 10 short and of 30 long releases, in RSS and Atom. */
    static List<byte[]> corpus() {
        return List.of(rss(1, 10, 10, 2), atom(2, 10, 2), rss(3, 30, 30, 12), atom(4, 30, 12));
    }

    /**
     * @param paper feeds of another number have other releases
     * @param newest number of the first release; the others count down from it
     */
    static byte[] rss(int paper, int newest, int items, int paragraphs) {
        return ("""
                <?xml version="1.0" encoding="UTF-8"?>
                <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" \
                xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Esimerkkilän kaupunki</title>
                <link>https://www.example.fi/</link><description>Tiedotteet</description><language>fi</language>
                """
                        + each(items, nth -> item(paper, newest - nth, paragraphs))
                        + "</channel></rss>")
                .getBytes(UTF_8);
    }

    private static String item(int paper, int number, int paragraphs) {
        return """
                <item><title>%5$s &amp; kiertotie</title><link>https://www.example.fi/tiedotteet/%1$d-%2$d</link>
                <guid isPermaLink="false">tiedote-%1$d-%2$d</guid><dc:creator>Viestintä</dc:creator>\
                <category>Liikenne</category><pubDate>Mon, 23 Nov 2026 10:%3$02d:00 +0200</pubDate>
                <description>Silta korjataan.</description><content:encoded><![CDATA[%4$s]]></content:encoded></item>
                """.formatted(
                        paper, number, number % 60, text(paper, number, paragraphs), words(new Random(paper * 7919L + number), 6));
    }

    static byte[] atom(int paper, int items, int paragraphs) {
        return ("""
                <?xml version="1.0" encoding="UTF-8"?>
                <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fi"><title>Esimerkkilän kaupunki</title>
                <id>urn:example:%d</id><updated>2026-11-23T10:00:00Z</updated><link href="https://www.example.fi/"/>
                """.formatted(paper)
                        + each(items, nth -> entry(paper, nth, paragraphs))
                        + "</feed>")
                .getBytes(UTF_8);
    }

    private static String entry(int paper, int number, int paragraphs) {
        return """
                <entry><title>Tiedote %1$d.%2$d: siltatyöt &amp; kiertotie</title><id>urn:example:%1$d:%2$d</id>
                <link href="https://www.example.fi/tiedotteet/%1$d-%2$d"/><author><name>Viestintä</name></author>\
                <category term="Liikenne"/><published>2026-11-23T10:%3$02d:00+02:00</published>
                <updated>2026-11-23T10:%3$02d:00+02:00</updated><summary>Silta korjataan.</summary>
                <content type="html">%4$s</content></entry>
                """.formatted(
                        paper,
                        number,
                        number % 60,
                        text(paper, number, paragraphs).replace("&", "&amp;").replace("<", "&lt;"));
    }

    private static String text(int paper, int number, int paragraphs) {
        var random = new Random(paper * 104_729L + number);
        return each(paragraphs, nth -> "<p>%s <strong>%s</strong> <a href=\"/tiedotteet/%d\">%s</a> &ndash; %s.</p>"
                .formatted(words(random, 8), words(random, 2), nth, words(random, 2), words(random, 20)));
    }

    private static String words(Random random, int count) {
        return random.ints(count, 0, WORDS.length).mapToObj(word -> WORDS[word]).collect(Collectors.joining(" "));
    }

    private static String each(int count, IntFunction<String> one) {
        return IntStream.range(0, count).mapToObj(one).collect(Collectors.joining());
    }
}
