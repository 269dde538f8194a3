package fi.tiedote.reading;

import java.util.regex.Pattern;

/**
 * Closes tags, and values of attributes, that nobody has closed: up to the next mark, wherever it stands, all would be in
 * one tag, items and all. An end tag has no attributes (XML 1.0 §3.1).
 */
class TagEnds {
    /** A value that goes on behind the end of its tag; whoever writes HTML in a value begins with its tag. */
    private static final Pattern RUNS_ON = Pattern.compile("[^<>]*+>[^<]*+<[/A-Za-z]");

    private static final Pattern ITEM = Pattern.compile("</?(?:[\\w-]{1,30}:)?(?:item|entry|channel)[\\s>]");

    private final String text;
    private final StringBuilder mended;
    private int copied;

    private TagEnds(String text) {
        this.text = text;
        this.mended = new StringBuilder(text.length() + 64);
    }

    /** @param text outside of CDATA sections */
    static String closed(String text) {
        var tags = new TagEnds(text);
        for (var at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
            at = tags.behind(at);
        }
        return tags.copied == 0
                ? text
                : tags.mended.append(text, tags.copied, text.length()).toString();
    }

    private int behind(int tag) {
        if (isName(tag + 1)) {
            return behindStart(tag + 2);
        }
        return text.startsWith("</", tag) && isName(tag + 2) ? behindEnd(tag + 2) : tag + 1;
    }

    private boolean isName(int at) {
        return at < text.length() && Character.isLetter(text.charAt(at));
    }

    private int behindEnd(int name) {
        var end = new Signs(text).nameEnd(name);
        if (text.startsWith(">", end)) {
            return end + 1;
        }
        var close = text.indexOf('>', end);
        var next = text.indexOf('<', end);
        var isOpen = next >= 0 && next < close;
        if (isOpen || close > end) {
            replace(end, isOpen ? end : close, isOpen ? ">" : "");
        }
        return isOpen ? next : close < 0 ? text.length() : close + 1;
    }

    private int behindStart(int from) {
        for (var at = from; at < text.length(); at++) {
            var character = text.charAt(at);
            if (character == '>') {
                return at + 1;
            } else if (character == '<' && (isName(at + 1) || text.startsWith("/", at + 1))) {
                replace(at, at, ">");
                return at;
            } else if ((character == '"' || character == '\'') && isValue(at)) {
                var close = text.indexOf(character, at + 1);
                if (close < 0 || runsOn(at + 1, close)) {
                    return closeBefore(text.indexOf('>', at), character);
                }
                at = close;
            }
        }
        return text.length();
    }

    private boolean isValue(int quote) {
        var before = quote - 1;
        while (text.charAt(before) <= ' ') {
            before--;
        }
        return text.charAt(before) == '=';
    }

    private boolean runsOn(int from, int to) {
        return RUNS_ON.matcher(text).region(from, to).lookingAt()
                || ITEM.matcher(text).region(from, to).find();
    }

    private int closeBefore(int end, char quote) {
        if (end < 0) {
            return text.length();
        }
        var place = text.charAt(end - 1) == '/' ? end - 1 : end;
        replace(place, place, String.valueOf(quote));
        return end + 1;
    }

    private void replace(int from, int to, String with) {
        mended.append(text, copied, from).append(with);
        copied = to;
    }
}
