package fi.tiedote.newsletter;

import java.util.Map;
import org.jsoup.Jsoup;

/** How a release looks in a letter. Mail programs have sizes and colours of their own, and drop style sheets. */
class InlineStyles {
    private static final Map<String, String> STYLES = Map.of(
            "h2", "margin:28px 0 8px;font-size:20px;line-height:1.3;",
            "h3, h4, h5, h6", "margin:24px 0 8px;font-size:17px;line-height:1.3;",
            "a[href]", "color:#0b5345;",
            "img", "max-width:100%;height:auto;",
            "pre", "white-space:pre-wrap;",
            "table", "border-collapse:collapse;",
            "caption", "padding:6px 8px;font-weight:bold;text-align:left;",
            "td, th", "padding:6px 8px;border:1px solid #cfd8d3;text-align:left;vertical-align:top;word-break:normal;");

    private InlineStyles() {}

    /** What is too wide for a phone can be moved sideways, and the rest of the letter stays where it is. */
    static String in(String html) {
        var body = Jsoup.parseBodyFragment(html).body();
        STYLES.forEach((elements, style) -> body.select(elements).attr("style", style));
        body.select("td, th").addClass("rule");
        body.select("table").wrap("<div style=\"overflow-x:auto;\" tabindex=\"0\"></div>");
        return body.html();
    }
}
