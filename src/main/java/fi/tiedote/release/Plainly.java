package fi.tiedote.release;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Entities.EscapeMode;
import org.jspecify.annotations.Nullable;

/**
 * Writes what the sanitiser has let through with characters instead of its numeric references, which some readers show as
 * they are. Its output is balanced and quoted; where its elements also stand where HTML wants them, a copy with other
 * references is what a parse and a print would make of it. All else is parsed and printed: nothing is left then that
 * parses in another way a second time, for it has no foreign content and no raw text.
 */
class Plainly {
    private static final Set<String> VOID = Set.of("br", "hr", "img");
    private static final Set<String> PHRASES = Set.of(
            "a", "abbr", "b", "cite", "code", "em", "i", "mark", "q", "s", "small", "span", "strong", "sub", "sup",
            "time", "u", "br", "img");
    private static final Set<String> OF_PHRASES = Set.of("p", "h2", "h3", "h4", "h5", "h6");
    private static final Set<String> OF_ALL = Set.of("div", "blockquote", "figure", "figcaption", "address", "li");

    private final String safe;
    private final StringBuilder plain;
    private final Deque<String> open = new ArrayDeque<>();

    private Plainly(String safe) {
        this.safe = safe;
        this.plain = new StringBuilder(safe.length());
    }

    static String written(String safe) {
        if (safe.indexOf('<') < 0 && safe.indexOf('&') < 0) {
            return safe;
        }
        var copied = new Plainly(safe).copied();
        return copied == null ? printed(safe) : copied;
    }

    private static String printed(String safe) {
        var document = Jsoup.parseBodyFragment(safe);
        document.outputSettings().charset(UTF_8).prettyPrint(false).escapeMode(EscapeMode.xhtml);
        return document.body().html().replace("&#xa0;", "\u00A0");
    }

    /** Null where a parser could see another tree in it. */
    private @Nullable String copied() {
        var at = 0;
        while (at < safe.length()) {
            if (safe.charAt(at) != '<') {
                at = copy(at, end(safe.indexOf('<', at)), false);
                continue;
            }
            var close = end(safe.indexOf('>', at));
            if (!stands(name(at, close), safe.startsWith("</", at))) {
                return null;
            }
            at = copy(at, safe.startsWith(" />", close - 2) ? close - 2 : close, true);
            plain.append('>');
            at = close + 1;
        }
        return open.isEmpty() ? plain.toString() : null;
    }

    private int end(int found) {
        return found < 0 ? safe.length() : found;
    }

    private String name(int tag, int close) {
        var from = safe.startsWith("</", tag) ? tag + 2 : tag + 1;
        var to = from;
        while (to < close && Character.isLetterOrDigit(safe.charAt(to))) {
            to++;
        }
        return safe.substring(from, to);
    }

    private boolean stands(String name, boolean ends) {
        if (ends) {
            return name.equals(open.poll());
        }
        if (!mayStand(name, open.peek())) {
            return false;
        }
        if (!VOID.contains(name)) {
            open.push(name);
        }
        return true;
    }

    private boolean mayStand(String name, @Nullable String around) {
        if (PHRASES.contains(name)) {
            return !isList(around) && !(name.equals("a") && open.contains("a"));
        }
        if (name.equals("li")) {
            return isList(around);
        }
        return (OF_PHRASES.contains(name) || OF_ALL.contains(name) || isList(name) || name.equals("hr"))
                && (around == null || OF_ALL.contains(around));
    }

    private static boolean isList(@Nullable String name) {
        return "ul".equals(name) || "ol".equals(name);
    }

    /** @return where it ends */
    private int copy(int from, int to, boolean inTag) {
        var copied = from;
        for (var at = from; at < to; at++) {
            if (safe.charAt(at) == '&' && safe.startsWith("&#", at)) {
                plain.append(safe, copied, at);
                copied = decode(at, inTag);
                at = copied - 1;
            }
        }
        plain.append(safe, copied, to);
        return to;
    }

    /** @return where it ends */
    private int decode(int reference, boolean inTag) {
        var end = safe.indexOf(';', reference);
        var isHex = safe.charAt(reference + 2) == 'x';
        var character = Integer.parseInt(safe, reference + (isHex ? 3 : 2), end, isHex ? 16 : 10);
        switch (character) {
            case '&' -> plain.append("&amp;");
            case '<' -> plain.append("&lt;");
            case '>' -> plain.append("&gt;");
            case '"' -> plain.append(inTag ? "&quot;" : "\"");
            default -> plain.appendCodePoint(character);
        }
        return end + 1;
    }
}
