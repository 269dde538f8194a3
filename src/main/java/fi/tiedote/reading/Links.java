package fi.tiedote.reading;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.internal.StringUtil;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Addresses made absolute. */
public class Links {
    /** The attributes of HTML that are addresses; {@code srcset} is a list of them. */
    static final Set<String> ADDRESSES =
            Set.of("href", "src", "cite", "poster", "longdesc", "background", "data", "action", "usemap");

    private static final Pattern ABSOLUTE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*+:");
    private static final Pattern FROM_ROOT = Pattern.compile("/(?:[\\w~%?=&,+-]++[/.]?)*+(?:#[\\w.-]*+)?");
    private static final Pattern ROOT = Pattern.compile("https?://[^/?#\\s\\\\]++(?=[/?#]|$)");
    private static final Pattern SCRIPT = Pattern.compile("(?i)\\W*+(?:javascript|vbscript)\\s*+:");
    private static final Pattern BARE_HOST =
            Pattern.compile("((?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}+)\\.)++[A-Za-z]{2,63}+)(?::\\d{1,5}+)?+(?=[/?#]|$)");
    private static final Pattern ILLEGAL = Pattern.compile("[\\s\"<>\\\\^`{|}]|%(?![0-9A-Fa-f]{2})");
    private static final Pattern CANDIDATES = Pattern.compile("(?<=\\s\\d{1,6}[wx]),\\s*|,\\s+");

    private static final Pattern TRACKING =
            Pattern.compile("(?i)(?<=[?&])(?:utm_\\w+|fbclid|gclid|mc_[ce]id|_gl|phpsessid|jsessionid)=[^&#]*&?");

    private static final Attributes NONE = new Attributes();

    private Links() {}

    public static boolean isWeb(URI url) {
        return url.getHost() != null
                && ("http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme()));
    }

    /** Host and port as one asks them; the port of the scheme is left out. */
    public static String place(URI url) {
        var usual = "https".equalsIgnoreCase(url.getScheme()) ? 443 : 80;
        var port = url.getPort() == -1 || url.getPort() == usual ? "" : ":" + url.getPort();
        return url.getHost().toLowerCase(Locale.ROOT) + port;
    }

    /** Null for what leads nowhere on the web. */
    public static @Nullable URI absolute(URI base, @Nullable String link) {
        var url = link == null ? null : uri(resolve(base.toString(), link));
        return url != null && isWeb(url) ? url : null;
    }

    /** Null for what leads nowhere on the web, or to another host. */
    public static @Nullable URI sameHost(URI base, String link) {
        var url = link.isBlank() ? null : absolute(base, link);
        return url != null && url.getHost().equalsIgnoreCase(base.getHost()) ? url : null;
    }

    /** Without fragment and without the parameters that only tell where a reader came from. */
    static URI withoutTracking(URI url) {
        var text = url.toString().replaceFirst("#.*", "");
        var bare =
                TRACKING.matcher(text).replaceAll("").replaceFirst("\\?&", "?").replaceFirst("[?&]$", "");
        return URI.create(bare);
    }

    /** @throws IllegalArgumentException for what cannot be an address */
    static URI required(String link) {
        var url = uri(link);
        if (url == null) {
            throw new IllegalArgumentException("it is no address: " + link);
        }
        return url;
    }

    /** Null for a script, and for what cannot be an address, whatever is done about its illegal characters. */
    public static @Nullable URI uri(String link) {
        try {
            return link.isBlank() || SCRIPT.matcher(link).lookingAt() ? null : new URI(encoded(link.strip()));
        } catch (URISyntaxException nowhere) {
            return null;
        }
    }

    /** By RFC 3986 §5; as it is written where it, or the base, is of another kind. */
    static String resolve(String base, String link) {
        var stripped = link.strip();
        if (stripped.isEmpty() || ABSOLUTE.matcher(stripped).lookingAt() || !base.startsWith("http")) {
            return stripped;
        }
        var root = ROOT.matcher(base);
        if (FROM_ROOT.matcher(stripped).matches() && root.lookingAt()) {
            return root.group() + stripped;
        }
        var resolved = StringUtil.resolve(base, stripped);
        return resolved.isEmpty() ? stripped : resolved;
    }

    /** As {@link #resolve}; {@code www.example.fi/x}, and the own host without a scheme, are no paths. */
    static String named(String base, String link) {
        var stripped = link.strip();
        return lacksScheme(base, stripped) ? scheme(base) + "://" + stripped : resolve(base, stripped);
    }

    static boolean lacksScheme(String base, String link) {
        var host = BARE_HOST.matcher(link);
        if (!host.lookingAt()) {
            return false;
        }
        var name = host.group(1).toLowerCase(Locale.ROOT);
        var own = ROOT.matcher(base);
        return name.matches("www\\.[^.]+\\..+") || (own.lookingAt() && areOfOneHouse(name, host(own.group())));
    }

    private static String host(String root) {
        return root.toLowerCase(Locale.ROOT)
                .replaceFirst("^https?://(?:[^@]*@)?", "")
                .replaceFirst(":.*", "");
    }

    private static boolean areOfOneHouse(String name, String own) {
        return name.equals(own) || own.endsWith("." + name) || name.endsWith("." + own.replaceFirst("^www\\.", ""));
    }

    private static String scheme(String base) {
        return base.startsWith("http:") ? "http" : "https";
    }

    /** Makes every address below an element of HTML absolute. */
    static void resolveAll(Element body, String base) {
        for (var element : body.getAllElements()) {
            for (var attribute : element.attributesSize() == 0 ? NONE : element.attributes()) {
                if (ADDRESSES.contains(attribute.getKey())) {
                    attribute.setValue(resolve(base, attribute.getValue()));
                } else if (attribute.getKey().equals("srcset")) {
                    attribute.setValue(candidates(base, attribute.getValue()));
                }
            }
        }
    }

    private static String candidates(String base, String set) {
        return Arrays.stream(CANDIDATES.split(set.strip()))
                .map(candidate -> candidate.strip().split("\\s+", 2))
                .map(parts -> resolve(base, parts[0]) + (parts.length > 1 ? " " + parts[1] : ""))
                .collect(Collectors.joining(", "));
    }

    private static String encoded(String link) {
        return ILLEGAL.matcher(link).replaceAll(found -> switch (found.group()) {
            case "%" -> "%25";
            case " " -> "%20";
            default -> "%%%02X".formatted((int) found.group().charAt(0));
        });
    }
}
