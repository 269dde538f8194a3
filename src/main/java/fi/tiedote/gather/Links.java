package fi.tiedote.gather;

import java.net.URI;
import java.net.URISyntaxException;
import org.jsoup.Jsoup;
import org.jsoup.internal.StringUtil;
import org.jspecify.annotations.Nullable;

/** Addresses made absolute. */
class Links {
    private Links() {}

    static boolean isWeb(URI url) {
        return url.getHost() != null
                && ("http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme()));
    }

    /** Null for what leads nowhere on the web. */
    static @Nullable URI absolute(URI base, @Nullable String link) {
        if (link == null || link.isBlank()) {
            return null;
        }
        try {
            var url = new URI(StringUtil.resolve(base.toString(), link.strip()).replace(" ", "%20"));
            return isWeb(url) ? url : null;
        } catch (URISyntaxException nowhere) {
            return null;
        }
    }

    /** The same HTML with absolute addresses of links and pictures. */
    static String resolved(String html, URI base) {
        var body = Jsoup.parseBodyFragment(html, base.toString()).body();
        var document = body.ownerDocument();
        if (document != null) {
            document.outputSettings().prettyPrint(false);
        }
        body.select("a[href]").forEach(link -> link.attr("href", link.absUrl("href")));
        body.select("img[src]").forEach(picture -> picture.attr("src", picture.absUrl("src")));
        return body.html();
    }
}
