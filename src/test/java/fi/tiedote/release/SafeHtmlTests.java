package fi.tiedote.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities.EscapeMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
    @ValueSource(
            strings = {
                "<script>alert(1)</script><p>a</p>",
                "<img src=x onerror=alert(1)>",
                "<svg><style><img src=x onerror=alert(1)></style></svg>",
                "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
                "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
                "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
                "<p title='</p><img src=x onerror=alert(1)>'>a</p>",
                "<abbr title='&lt;/abbr>&lt;script>alert(1)&lt;/script>'>a</abbr>",
                "<img alt='`><script>alert(1)</script>' src='https://example.fi/a.png'>",
                "<textarea><img title='</textarea><img src onerror=alert(1)>'></textarea>",
                "<xmp><img title='</xmp><img src onerror=alert(1)>'></xmp>",
                "<iframe srcdoc='&lt;script>alert(1)&lt;/script>'></iframe>",
                "<a href='java&#10;script:alert(1)'>a</a>",
                "<a href='&#x6A;avascript:alert(1)'>a</a>",
                "<a href=' data:text/html,&lt;script>alert(1)&lt;/script>'>a</a>",
                "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>",
                "<p>&amp;lt;script&amp;gt;</p>",
                "<select><template><style><!--</style><a rel=\"--></style></template></select><img onerror=alert(1)>\">",
                "<p style='background:url(javascript:alert(1))' class=x id=y>a</p>",
                "<table><td><svg><desc><table><caption><svg><title><table><p title='</title><img onerror=alert(1)>'>",
                "<!--><img src=x onerror=alert(1)>--><![CDATA[<img onerror=alert(1)>]]>",
                "<p>{{constructor.constructor('alert(1)')()}}</p>",
                "<base href='javascript:/'><meta http-equiv=refresh content='0;javascript:1'><link rel=x href=y>",
                "<img src='data:image/svg+xml;base64,PHN2Zz4='>",
                "<div><p>a<div><b><p>b</b></div>",
                "<img srcset='javascript:alert(1) 1x, data:text/html,x 2x' src='https://example.fi/a.png'>",
                "<form action='javascript:alert(1)'><button formaction='javascript:alert(1)'>a</button></form>",
                "<input type=image src=x onerror=alert(1) formaction=javascript:alert(1)>",
                "<svg><a xlink:href='javascript:alert(1)'><text y=20>a</text></a></svg>",
                "<svg><use href='data:image/svg+xml,&lt;svg id=x onload=alert(1)>#x'/></svg>",
                "<svg><animate attributeName=href values=javascript:alert(1) /></svg>",
                "<math href='javascript:alert(1)'><mi>a</mi></math>",
                "<math><annotation-xml encoding='text/html'><style><img src=x onerror=alert(1)></style></annotation-xml></math>",
                "<template><script>alert(1)</script></template>",
                "<title><img src=x onerror=alert(1)></title>",
                "<title>&lt;/title>&lt;img src=x onerror=alert(1)></title>",
                "<style><!--</style><img src=x onerror=alert(1)>--></style>",
                "<style>@import 'javascript:alert(1)';</style><link rel=stylesheet href=javascript:alert(1)>",
                "<div style=\"background-image:url('javascript:alert(1)')\" dir=\"ltr onclick=alert(1)\">a</div>",
                "<a href='javascript&colon;alert(1)'>a</a>",
                "<a href='&#1;javascript:alert(1)'>a</a>",
                "<a href='JaVaScRiPt:alert(1)' target=_blank>a</a>",
                "<a href='vbscript:msgbox(1)'>a</a>",
                "<a href='data:text/html;base64,PHNjcmlwdD4='>a</a>",
                "<img src='jav&#x09;ascript:alert(1)'>",
                "<img src='data:text/html,<script>alert(1)</script>'>",
                "<img \"\"\"><script>alert(1)</script>\">",
                "<img src=`javascript:alert(1)`>",
                "<IMG SRC=x:alert(alt) ONERROR=eval(src) alt=0>",
                "<<script>alert(1);//<</script>",
                "<scr<script>ipt>alert(1)</scr</script>ipt>",
                "<script\u0000>alert(1)</script>",
                "<img/src=x/onerror=alert(1)//",
                "<details open ontoggle=alert(1)><summary>a</summary></details>",
                "<video><source onerror=alert(1)></video><audio src=x onerror=alert(1)>",
                "<object data='javascript:alert(1)'></object><embed src='javascript:alert(1)'>",
                "<applet code=x></applet><isindex action=javascript:alert(1)><marquee onstart=alert(1)>a</marquee>",
                "<table background='javascript:alert(1)'><tr><td background='javascript:alert(1)'>a</td></tr></table>",
                "<noembed><img title='</noembed><img src onerror=alert(1)>'></noembed>",
                "<noframes><img title='</noframes><img src onerror=alert(1)>'></noframes>",
                "<plaintext><img title='</plaintext><img src onerror=alert(1)>'>",
                "<comment><img title='</comment><img src onerror=alert(1)>'></comment>",
                "<![CDATA[<]]>script>alert(1)<![CDATA[<]]>/script>",
                "<?xml:namespace prefix='t'?><t:set attributeName=innerHTML to='&lt;img src=x onerror=alert(1)>'>",
                "<html><frameset onload=alert(1)><frame src=javascript:alert(1)></frameset></html>",
                "<p>&#60;img src=x onerror=alert(1)&#62;</p>",
                "<p lang='fi\" onclick=\"alert(1)'>a</p><time datetime='\"><script>alert(1)</script>'>a</time>",
                "<h1><h2><a href=x><a href=y><img src=x><li><li><dd><p><pre>\n\na",
                "<ul>a<li><ul><li>b<p>c<ul>d</ul></p></ul><b>e</b></ul>",
                "<a href='https://example.fi/'>a<p>b<a href='https://example.fi/b'>c</a></p></a>",
                "<b><i><b><i><b><i><b><p>a</b></i>b",
                "<p>a<hr>b</p><blockquote><li>c</blockquote>",
                "<p>a\r\nb\rc &#13; &#9; &#x2028; &#xFEFF; &#127; &#150;</p>"
            })
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
