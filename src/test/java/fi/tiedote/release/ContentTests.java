package fi.tiedote.release;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<a href='javascript:alert(1)'>x</a>",
                "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
                "<svg onload=alert(1)>",
                "<math><mi xlink:href='javascript:alert(1)'>x</mi></math>",
                "<p style='background:url(javascript:alert(1))'>x</p>",
                "<iframe src='https://example.org'></iframe>",
                "<form action='https://example.org'><input name=a></form>",
                "<img src='data:image/svg+xml;base64,PHN2Zz4='>",
                "<style>p{color:red}</style>",
                "<p class=x id=y onclick=z()>t</p>"
            })
    void nothingThatRunsStylesOrAsksComesThrough(String unsafe) {
        assertThat(SafeHtml.of(unsafe))
                .doesNotContainIgnoringCase(
                        "script", "onerror", "onload", "onclick", "<svg", "<math", "<iframe", "<form", "<input",
                        "style", "class=", "id=", "data:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>ä 😀 it's \"5 + 5 = 10\" `a@b`</p>",
                "<pre>a\n  b &lt;b&gt; &amp;amp;</pre>",
                "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>",
                "<p><a href=\"https://example.org/?a=1&amp;b=%22\" rel=\"noopener noreferrer\">x</a></p>",
                "<p><img src=\"https://example.org/x.png\" alt=\"a &quot;b&quot; 😀\"></p>"
            })
    void whatIsSafeStaysAsItWasWritten(String safe) {
        assertThat(SafeHtml.of(safe)).isEqualTo(safe);
        assertThat(SafeHtml.of(SafeHtml.of(safe))).isEqualTo(safe);
    }

    @Test
    void theStructureOfATextComesThrough() {
        assertThat(
                        SafeHtml.of(
                                "<h1>A</h1><p>b <strong>c</strong> <a href=\"https://example.org/d\">d</a></p><pre>x\n  y</pre>"))
                .isEqualTo(
                        "<h2>A</h2><p>b <strong>c</strong> <a href=\"https://example.org/d\" rel=\"noopener noreferrer\">d</a></p><pre>x\n  y</pre>");
    }

    @Test
    void whatXmlForbidsIsGoneAndEverythingElseStays() {
        assertThat(Legible.text("ä\u000B😀\uD800€\uFFFE\u0000")).isEqualTo("ä😀€");
    }

    @Test
    void aLeadIsTheFirstParagraphCutAtAWord() {
        assertThat(Lead.of("", "<h2>Otsake</h2><p>Tämä on ensimmäinen kappale.</p><p>Toinen.</p>"))
                .isEqualTo("Tämä on ensimmäinen kappale.");
        assertThat(Lead.of("sana ".repeat(100), ""))
                .hasSizeLessThanOrEqualTo(301)
                .endsWith("sana…");
    }
}
