package fi.tiedote.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Divides the text of a feed that is too large for one tree: a tag is small in the text and large in memory. Each portion
 * but the first begins with an item.
 */
class Portions {
    /** What has fewer tags is one tree. */
    private static final int LARGE = 100_000;

    private static final int ENOUGH = 25_000;

    private static final Pattern ITEM =
            Pattern.compile("<(?:[A-Za-z][\\w.-]{0,30}+:)?(?:item|entry)(?=[\\s/>])", Pattern.CASE_INSENSITIVE);

    private final String text;
    private final List<Portion> found = new ArrayList<>();
    private int from;
    private int tags;
    private boolean cut;
    private int unclosed;

    private Portions(String text) {
        this.text = text;
        this.unclosed = text.length();
    }

    /** @param cut whether its last item has more tags than can be read, and what follows these is not in it */
    record Portion(int from, int to, boolean cut) {}

    /** @param text with closed CDATA sections */
    static List<Portion> of(String text) {
        var portions = new Portions(text);
        if (Tags.end(text, LARGE) == text.length()) {
            portions.end(text.length(), false);
        } else {
            portions.divide();
        }
        return portions.found;
    }

    private void divide() {
        var item = ITEM.matcher(text);
        for (var at = text.indexOf('<'); at >= 0; at = text.indexOf('<', behind(at))) {
            tags++;
            var begins = item.region(at, text.length()).lookingAt();
            if (begins && (cut || tags > ENOUGH)) {
                end(at, false);
            } else if (tags > LARGE && !cut) {
                end(at, true);
            }
        }
        end(text.length(), false);
    }

    private void end(int to, boolean goesOn) {
        if (!cut && from < to) {
            found.add(new Portion(from, to, goesOn));
        }
        from = to;
        tags = 0;
        cut = goesOn;
    }

    /** No tag within a section or a comment is one. */
    private int behind(int at) {
        if (text.startsWith("<![CDATA[", at)) {
            return closed(at, "]]>");
        }
        return text.startsWith("<!--", at) ? closed(at, "-->") : at + 1;
    }

    private int closed(int at, String end) {
        var close = at < unclosed ? text.indexOf(end, at) : -1;
        unclosed = close < 0 ? Math.min(at, unclosed) : unclosed;
        return close < 0 ? at + 1 : close;
    }
}
