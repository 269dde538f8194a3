package fi.tiedote.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities.EscapeMode;
import org.jspecify.annotations.Nullable;

/** Addresses that mean the same wherever a feed is read. */
class Absolute {
    private static final List<String> ATTRIBUTES = List.of("href", "src");

    /** May also be found in text; that costs a look, and changes nothing. */
    private static final Pattern RELATIVE = Pattern.compile("(href|src)=\"(?!(https?|mailto|tel|data):)");

    private Absolute() {}

    /** HTML whose links lead from the page that it was read from; those that lead nowhere without one are plain text. */
    static String html(String html, @Nullable URI page) {
        if (!RELATIVE.matcher(html).find()) {
            return html;
        }
        var document = Jsoup.parseBodyFragment(html, page == null ? "" : page.toString());
        document.outputSettings().charset(UTF_8).prettyPrint(false).escapeMode(EscapeMode.xhtml);
        document.select("[href], [src]").forEach(Absolute::resolve);
        return document.body().html().replace("&#xa0;", "\u00A0");
    }

    /** Some validators know lower-case schemes only. */
    static URI url(URI url) {
        var scheme = url.getScheme();
        var lower = scheme.toLowerCase(Locale.ROOT);
        return scheme.equals(lower) ? url : URI.create(lower + url.toString().substring(scheme.length()));
    }

    private static void resolve(Element element) {
        for (var attribute : ATTRIBUTES) {
            var address = element.attr("abs:" + attribute);
            if (element.hasAttr(attribute) && address.isEmpty()) {
                element.removeAttr(attribute);
            } else if (element.hasAttr(attribute)) {
                element.attr(attribute, address);
            }
        }
    }
}
