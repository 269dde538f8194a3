package fi.tiedote.release;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The address of a page without what changes while the page does not: scheme, www, tracking, slug after a number. */
class Canonical {
    private static final Pattern TRACKING = Pattern.compile(
            "(?i)(?:utm_\\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|_ga|_gl|pk_\\w+|mtm_\\w+|ref|source|cmpid|yclid)(?:=.*)?");
    /** Press rooms: {@code /release/69912345/slug} and {@code /tiedote/69912345/other-slug} are one. */
    private static final Pattern NUMBERED = Pattern.compile(
            "/(?:press-?release|release|tiedote|pressmeddelande|pressemelding|pressemeddelelse)/(?!(?:19|20)\\d{6}(?:/|$))(\\d{5,})(?:/[^/]*)?");

    private Canonical() {}

    /** Empty for what is no page of its own: no web address, or the root of a site. */
    static Optional<String> of(@Nullable URI url) {
        if (url == null
                || url.getHost() == null
                || url.getScheme() == null
                || !url.getScheme().matches("(?i)https?")) {
            return Optional.empty();
        }
        var host = url.getHost().toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
        var port = url.getPort() < 0 || url.getPort() == 80 || url.getPort() == 443 ? "" : ":" + url.getPort();
        var path = path(url.getPath() == null ? "" : url.getPath());
        var query = query(url.getQuery());
        return path.isEmpty() && query.isEmpty() ? Optional.empty() : Optional.of(host + port + path + query);
    }

    private static String path(String path) {
        var plain = path.replaceAll("/{2,}", "/")
                .replaceFirst("(?i)/(?:index\\.(?:html?|php)|amp)/?$", "/")
                .replaceFirst("/$", "");
        var numbered = NUMBERED.matcher(plain);
        return numbered.find() && numbered.end() == plain.length()
                ? plain.substring(0, numbered.start()) + "/release/" + numbered.group(1)
                : plain;
    }

    private static String query(@Nullable String query) {
        if (query == null) {
            return "";
        }
        var kept = Stream.of(query.split("&"))
                .filter(pair -> !pair.isEmpty() && !TRACKING.matcher(pair).matches())
                .sorted()
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? "" : "?" + kept;
    }
}
