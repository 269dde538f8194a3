package fi.tiedote.gather;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No item is lost, whatever is wrong around it, and nobody can keep the parser busy. */
class IllFormedTests {
    private static final String OPEN = "<rss version=\"2.0\"><channel><title>F</title>";
    private static final int LONG = 150_000;
    private static final String CLOSE = "</channel></rss>";

    /** Each is a feed with the items Eka and Toka. */
    private static final List<String> BROKEN = List.of(
            item("Eka\u000B") + item("Toka"),
            item("Eka\u0000\u0001\uFFFF") + item("Toka"),
            item("Eka&#11;&#xFFFF;&#99999999;") + item("Toka"),
            item("Eka", "<media:x y:z='1'/>") + item("Toka"),
            item("Eka", "<undeclared:date>x</undeclared:date>") + item("Toka"),
            item("Eka", "<description>a & b &nbsp; &auml; &eacute; &unknown; &;</description>") + item("Toka"),
            item("Eka", "<link>http://e.org/?a=1&b=2&lt=3</link>") + item("Toka"),
            item("Eka", "<description><b>auki</description>") + item("Toka"),
            item("Eka", "<description><p>auki<br>ja <img src=x></description>") + item("Toka"),
            item("Eka", "<description><b><i>x</b></i></description>") + item("Toka"),
            item("Eka", "</title></nothing>") + item("Toka"),
            item("Eka", "<description>1 < 2 <3</description>") + item("Toka"),
            item("Eka", "<enclosure url='a' url='b' length=7>") + item("Toka"),
            item("Eka", "<enclosure url=\"a\"length=\"7\"/>") + item("Toka"),
            item("Eka", "<description><![CDATA[ open </description>") + item("Toka"),
            item("Eka", "<description><![CDATA[ a <![CDATA[ b ]]> c ]]></description>") + item("Toka"),
            item("Eka", "<description><![CDATA[ open </description>") + item("<![CDATA[Toka]]>"),
            item("Eka", "<description>]]></description>") + item("Toka"),
            item("Eka", "<!-- a -- b -->") + item("Toka"),
            item("Eka", "<!-- a") + item("Toka"),
            item("Eka", "<!-- a -->") + "<!-- " + item("Toka", "<description><![CDATA[<!-- b]]></description>"),
            item("Eka", "<enclosure url='a>") + item("Toka", "<enclosure url='b'/>"),
            item("Eka", "<enclosure url='a/>") + item("Toka"),
            item("Eka", "<link rel=\"a>http://e.org/1</link>") + item("Toka", "<x y=\"b\"/>"),
            item("Eka", "<description></description a='b>") + item("Toka", "<x y='z'/>"),
            item("Eka", "<docs>http://e.org</docs ") + item("Toka"),
            item("Eka", "<enclosure url='a'") + item("Toka"),
            "<image><title>I</title a='b></image>" + item("Eka") + item("Toka", "<x y='z'/>"),
            "<docs>http://e.org</docs\n" + item("Eka") + item("Toka"),
            item("Eka", "description><![CDATA[ open </description>") + item("<![CDATA[Toka]]>"),
            item("Eka", "<![CDATA[ a ") + item("<![CDATA[Toka") + "<x><![CDATA[ b",
            "<image><title><![CDATA[ open </title></image><description><![CDATA[ open </description>"
                    + item("<![CDATA[Eka]]>")
                    + item("<![CDATA[Toka]]>"),
            "<description><![CDATA[ open </description>" + item("<![CDATA[Eka]]>") + item("<![CDATA[Toka]]>"),
            "<item><title>Eka</titel><link>http://e.org/1</link></item>" + item("Toka"),
            "<item><title>Eka<link>http://e.org/1</link></item>" + item("Toka"),
            "<item><title>Eka<description>x<pubDate>2 Sep 2026</pubDate></item>" + item("Toka"),
            "<item><title>Eka</title>" + item("Toka"),
            "<item><title>Eka</title><description>x" + item("Toka"),
            "<item><title>Eka</title></channel>" + item("Toka"),
            item("Eka") + "</channel></rss>" + item("Toka"),
            item("Eka") + "</rss></channel>" + item("Toka"),
            item("Eka") + "<image><title>I</title>" + item("Toka"),
            item("Eka") + "<item><title>Toka</title><descr",
            item("Eka") + "<item><title>Toka</title><description>cut",
            item("Eka") + "<item><title>Toka</title><description><![CDATA[cut",
            item("Eka") + "<item><title>Toka</title><link rel='",
            "<ITEM><Title>Eka</TITLE></item>" + item("Toka"),
            "<Item><title >Eka</title ></Item >" + item("Toka"),
            "<items>" + item("Eka") + item("Toka") + "</items>");

    /** What may stand around a whole feed. */
    private static final List<String> FRAMES = List.of(
            "%s",
            "\n\n <?xml version='1.0'?>%s",
            "junk before <?xml version='1.0'?>%s",
            "<?xml version='1.0' encoding='no-such-thing'?>%s",
            "<?xml version='1.0' standalone='maybe' foo?>%s",
            "<?xml version='1.0'?><?xml version='1.0'?>%s",
            "<!DOCTYPE rss PUBLIC '-//Netscape//DTD RSS 0.91//EN' 'http://e.org/rss-0.91.dtd'>%s",
            "<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/hostname'><!ENTITY y 'z'>]>%s",
            "<!DOCTYPE rss [%s",
            "<!-- c --><!-- d -->%s",
            "<wrapper><x>%s</x></wrapper>",
            "%s<script>trailing</script>",
            "%s\u0000\u0000");

    @ParameterizedTest
    @MethodSource("broken")
    void whatIsBrokenLosesNoItem(String items) {
        assertThat(titles(OPEN + items + CLOSE)).containsExactly("Eka", "Toka");
    }

    @ParameterizedTest
    @MethodSource("frames")
    void whatIsAroundAFeedDoesNotHideIt(String frame) {
        assertThat(titles(frame.formatted(OPEN + item("Eka") + item("Toka") + CLOSE)))
                .containsExactly("Eka", "Toka");
    }

    @Test
    void aMarkupInAValueStaysThere() {
        var text = OPEN
                + item(
                        "Eka",
                        "<media:content url='u'><media:title t='<b>x</b> > \"y\"'>z</media:title></media:content>")
                + "<item><title>Toka</title><description>5 > 4, it's \"so\" = 'that'</description></item>" + CLOSE;

        assertThat(XmlText.clean(text)).isEqualTo(text);
    }

    @Test
    void atomMayBeBrokenToo() {
        assertThat(titles(
                        "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title type='xhtml'><div>Eka<br></title></entry>"
                                + "<entry><title>Toka</title><content type='html'>&lt;p>x & y"))
                .containsExactly("Eka", "Toka");
    }

    @Test
    void jsonIsReadUpToWhereItIsCut() {
        assertThat(titles("{\"items\": [{\"title\": \"Eka\"}, {\"title\": \"Toka\",}, {\"title\": \"Kol"))
                .containsExactly("Eka", "Toka");
    }

    @Test
    void aNameOfTheDoctypeIsOnlyText() {
        assertThat(titles("<!DOCTYPE rss [<!ENTITY a 'x&#228;'><!ENTITY b '&a;&a;'><!ENTITY c '5 < 6'>]>" + OPEN
                        + item("&a; &b; &c;") + CLOSE))
                .containsExactly("xä &a;&a; 5 < 6");
        assertThat(titles("<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>" + OPEN + item("Eka &x;")
                        + CLOSE))
                .containsExactly("Eka &x;");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a>",
                "<item>",
                "<item><title>",
                "<item><link><title>",
                "<x xmlns:x='y' xml:base='z/'>",
                "<item xml:base='z/'><link>1</link>",
                "<![CDATA[",
                "<title><![CDATA[</item>",
                "<item><description><![CDATA[</item>",
                "<!--",
                "<!---->",
                "<!DOCTYPE ",
                "<!ENTITY a 'b'>",
                "&",
                "&a",
                "&lol;",
                "<a b='",
                "<a b=\"x>",
                "<a b='<a c=\"",
                "</a b='",
                "<a <b ",
                "<description>&lt;div&gt;",
                "<description>&lt;b ",
                "<div><table>",
                "<title>&lt;a &lt;a ",
                "</rss>",
                "]]>",
                "\u0001"
            })
    void whatIsTwiceAsLongIsTwiceTheWork(String piece) {
        List<UnaryOperator<String>> around = List.of(
                text -> OPEN + text + item("Toka") + CLOSE,
                text -> text + item("Toka") + CLOSE,
                text -> "<rss><item><description><![CDATA[" + text + "]]></description></item></rss>");
        for (var frame : around) {
            work(frame.apply(piece.repeat(LONG / piece.length())));
            var once = work(frame.apply(piece.repeat(LONG / piece.length())));
            var twice = work(frame.apply(piece.repeat(2 * LONG / piece.length())));

            assertThat(twice).isLessThan(3 * once + LONG);
        }
    }

    /** The memory that the reader asks for tells how much it does, on any machine. */
    private static long work(String text) {
        var thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var before = thread.getCurrentThreadAllocatedBytes();
        assertThat(reading(text)).isNotNull();
        return thread.getCurrentThreadAllocatedBytes() - before;
    }

    @Test
    void namesThatMultiplyStayAsTheyAre() {
        var laughs = new StringBuilder("<!DOCTYPE rss [<!ENTITY l0 '" + "ha".repeat(400) + "'>");
        for (var level = 1; level < 30; level++) {
            laughs.append("<!ENTITY l%d '%s'>".formatted(level, ("&l" + (level - 1) + ";").repeat(10)));
        }
        laughs.append("]>")
                .append(OPEN)
                .append(item("&l0;".repeat(100_000)))
                .append(item("&l29;"))
                .append(CLOSE);

        var titles = titles(laughs.toString());
        assertThat(titles.get(0)).hasSizeLessThan(2_000_000);
        assertThat(titles.get(1)).hasSizeLessThan(100);
    }

    static Stream<String> broken() {
        return BROKEN.stream();
    }

    static Stream<String> frames() {
        return FRAMES.stream();
    }

    private static String item(String title, String... more) {
        return "<item><title>" + title + "</title>" + String.join("", more) + "</item>";
    }

    private static List<String> titles(String text) {
        return ((Document) reading(text)).items().stream().map(Item::title).toList();
    }

    private static Reading reading(String text) {
        return Parser.read(text.getBytes(StandardCharsets.UTF_8), Texts.origin("http://example.org/f", ""));
    }
}
