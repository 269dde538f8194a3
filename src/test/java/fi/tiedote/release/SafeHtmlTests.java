package fi.tiedote.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities.EscapeMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeHtmlTests {
    private static final Set<String> ATTRIBUTES = Set.of(
            "href",
            "rel",
            "src",
            "alt",
            "width",
            "height",
            "colspan",
            "rowspan",
            "scope",
            "datetime",
            "title",
            "lang",
            "dir");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>😀 👩‍🚒 ääkköset \u00A0 'a' \"b\" c+d=e f@example.org `g` “h”</p>",
                "<p>1 &lt; 2 &gt; 0 &amp; 3 &amp;amp; &amp;#128512;</p>",
                "<pre>  a\n\tb\n\n  c</pre>",
                "<pre>\n\na</pre>",
                "<table><tbody><tr><td colspan=\"2\">a=b</td></tr></tbody></table>",
                "<ul><li>yksi</li><li>kaksi</li></ul>"
            })
    void whatIsSafeStaysAsItIs(String html) {
        assertThat(SafeHtml.of(html)).isEqualTo(html);
    }

    @Test
    void referencesBecomeTheirCharacters() {
        assertThat(SafeHtml.of("<p>&#128512; &#39; &eacute; &nbsp;|</p>")).isEqualTo("<p>😀 ' é \u00A0|</p>");
    }

    @Test
    void attributesStayQuoted() {
        assertThat(SafeHtml.of("<img src='https://example.fi/?a=1&b=2' alt='a \" onerror=x &lt;b> 😀'>"))
                .isEqualTo("<img src=\"https://example.fi/?a=1&amp;b=2\" alt=\"a &quot; onerror=x &lt;b&gt; 😀\">");
        assertThat(SafeHtml.of("<a href='mailto:a@example.org?subject=x'>a</a>"))
                .contains("href=\"mailto:a@example.org?subject=x\"");
    }

    @ParameterizedTest
    @MethodSource("fi.tiedote.kit.Payloads#all")
    void whatRunsDoesNotGetThroughNeitherAtTheFirstParseNorAtTheSecond(String payload) {
        var safe = SafeHtml.of(payload);
        var document = Jsoup.parseBodyFragment(safe);
        var parsed = document.body();

        assertThat(parsed.getAllElements().stream().skip(1).flatMap(element -> element.attributes().asList().stream()))
                .allSatisfy(attribute -> {
                    assertThat(attribute.getKey()).isIn(ATTRIBUTES);
                    assertThat(attribute.getValue().strip()).doesNotStartWithIgnoringCase("javascript:");
                });
        assertThat(parsed.select("script, style, svg, math, noscript, template, iframe, form, base, meta, link, "
                        + "textarea, xmp, title, select, object, embed"))
                .extracting(Element::tagName)
                .isEmpty();
        document.outputSettings().prettyPrint(false).escapeMode(EscapeMode.xhtml);
        assertThat(parsed.html().replace("&#xa0;", "\u00A0")).isEqualTo(safe);
    }
}
