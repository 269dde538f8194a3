package fi.tiedote.gather;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * A piece of HTML, parsed. HTML knows no {@code <iframe/>}: all that follows would be inside of it and seen by nobody.
 * Elements that hide what is in them are closed where they begin, when they are closed as XML closes them, or when they
 * are frames that nobody closes; so are comments.
 */
class Fragment {
    private static final Pattern HIDING = Pattern.compile(
            "(?i)<(/?)(iframe|noembed|noframes|object|script|style|textarea|title|xmp)(?=[\\s/>])[^<>]*+>");
    private static final Pattern UNCLOSED_COMMENT = Pattern.compile("<!--(?:[^<>]*+>)?+");
    private static final Set<String> FRAMES = Set.of("iframe", "object");

    private final String html;
    private final Map<String, Integer> open = new HashMap<>();
    private final List<Close> closes = new ArrayList<>();

    private Fragment(String html) {
        this.html = html;
    }

    private record Close(int at, String name) {}

    /** Of a text with more tags than {@link Tags#MOST} the first. */
    static Element body(String html, String base) {
        return Jsoup.parseBodyFragment(closed(shown(html.substring(0, Tags.end(html, Tags.MOST)))), base)
                .body();
    }

    /** Of a comment that nobody closes only the first bracket closes it. */
    private static String shown(String html) {
        var closed = Math.max(html.lastIndexOf("-->"), html.lastIndexOf("--!>")) + 1;
        return html.indexOf("<!--", closed) < 0
                ? html
                : html.substring(0, closed)
                        + UNCLOSED_COMMENT.matcher(html.substring(closed)).replaceAll("");
    }

    private static String closed(String html) {
        var fragment = new Fragment(html);
        var tag = HIDING.matcher(html);
        for (var at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
            if (mayHide(html, at + 1) && tag.region(at, html.length()).lookingAt()) {
                fragment.meet(tag);
            }
        }
        return fragment.closed();
    }

    /** Tells most tags from them without a pattern: their names begin like this, or are at an end. */
    private static boolean mayHide(String html, int at) {
        return at < html.length() && "/inostxINOSTX".indexOf(html.charAt(at)) >= 0;
    }

    private void meet(Matcher tag) {
        var name = tag.group(2).toLowerCase(Locale.ROOT);
        var unclosed = open.remove(name);
        var ends = !tag.group(1).isEmpty();
        if (unclosed != null && !ends) {
            closes.add(new Close(unclosed, name));
        }
        if (!ends && (FRAMES.contains(name) || tag.group().endsWith("/>"))) {
            open.put(name, tag.end());
        }
    }

    private String closed() {
        open.forEach((name, at) -> closes.add(new Close(at, name)));
        if (closes.isEmpty()) {
            return html;
        }
        closes.sort((one, other) -> Integer.compare(one.at(), other.at()));
        var closed = new StringBuilder(html.length() + 16 * closes.size());
        var copied = 0;
        for (var close : closes) {
            closed.append(html, copied, close.at())
                    .append("</")
                    .append(close.name())
                    .append('>');
            copied = close.at();
        }
        return closed.append(html, copied, html.length()).toString();
    }
}
