package fi.tiedote.release;

import java.util.regex.Pattern;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** Lets the structure of a text through and nothing that runs, styles, asks or tracks. */
public class SafeHtml {
    private static final Pattern IMAGE_SOURCE = Pattern.compile(
            "https?://.*|data:image/(png|jpeg|gif|webp|avif);base64,[A-Za-z0-9+/=\\s]*", Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER = Pattern.compile("\\d{1,5}");
    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements("p", "br", "hr", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd")
            .allowElements(
                    "blockquote", "q", "cite", "pre", "code", "em", "strong", "b", "i", "u", "s", "small", "sub", "sup")
            .allowElements("abbr", "time", "figure", "figcaption", "address", "mark", "span", "div", "a", "img")
            .allowElements("table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td")
            .allowElements((name, attributes) -> "h2", "h1")
            .disallowWithoutAttributes("span", "img")
            .allowUrlProtocols("http", "https", "mailto", "tel", "data")
            .allowAttributes("href")
            .matching((element, attribute, value) -> value.strip().regionMatches(true, 0, "data:", 0, 5) ? null : value)
            .onElements("a")
            .allowAttributes("src")
            .matching(IMAGE_SOURCE)
            .onElements("img")
            .allowAttributes("alt")
            .onElements("img")
            .allowAttributes("width", "height")
            .matching(NUMBER)
            .onElements("img")
            .allowAttributes("colspan", "rowspan")
            .matching(NUMBER)
            .onElements("th", "td")
            .allowAttributes("scope")
            .matching(true, "row", "col", "rowgroup", "colgroup")
            .onElements("th")
            .allowAttributes("datetime")
            .onElements("time")
            .allowAttributes("title")
            .onElements("abbr")
            .allowAttributes("lang")
            .matching(Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*"))
            .globally()
            .allowAttributes("dir")
            .matching(true, "ltr", "rtl")
            .globally()
            .requireRelsOnLinks("noopener", "noreferrer")
            .toFactory();

    private SafeHtml() {}

    public static String of(String unsafe) {
        return Plainly.written(POLICY.sanitize(Legible.text(unsafe)).strip());
    }
}
