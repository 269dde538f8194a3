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
 * are frames that nobody closes.
 */
class Fragment {
    private static final Pattern HIDING = Pattern.compile(
            "(?i)<(/?)(iframe|noembed|noframes|object|script|style|textarea|title|xmp)(?=[\\s/>])[^<>]*+>");
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
        return Jsoup.parseBodyFragment(closed(html.substring(0, Tags.end(html, Tags.MOST))), base)
                .body();
    }

    private static String closed(String html) {
        var tag = HIDING.matcher(html);
        if (!tag.find()) {
            return html;
        }
        var fragment = new Fragment(html);
        do {
            fragment.meet(tag);
        } while (tag.find());
        return fragment.closed();
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
