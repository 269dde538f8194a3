package fi.tiedote.reading;

import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Tells CDATA sections from the text around them, and closes those that nobody has closed. */
class Sections {
    private static final String OPEN = "<![CDATA[";
    private static final String CLOSE = "]]>";

    private static final Pattern ITEM = Pattern.compile("</?(?:item|entry)[\\s>]");

    private final String text;
    private final StringBuilder mended;
    private int close = -1;

    private Sections(String text) {
        this.text = text;
        this.mended = new StringBuilder(text.length() + 64);
    }

    /** @param around what becomes of text outside of sections */
    static String mended(String text, UnaryOperator<String> around) {
        if (!text.contains(OPEN)) {
            return around.apply(text);
        }
        var sections = new Sections(text);
        var at = 0;
        for (var open = text.indexOf(OPEN); open >= 0; open = text.indexOf(OPEN, at)) {
            sections.mended.append(around.apply(text.substring(at, open)));
            at = sections.add(open);
        }
        return sections.mended.append(around.apply(text.substring(at))).toString();
    }

    /** @return where the text goes on */
    private int add(int open) {
        var begin = open + OPEN.length();
        if (close != text.length() && close < begin) {
            var found = text.indexOf(CLOSE, begin);
            close = found < 0 ? text.length() : found;
        }
        var next = text.indexOf(OPEN, begin);
        var limit = next < 0 || next > close ? close : next;
        var isOpen = close == text.length();
        var meant = isOpen || limit < close ? endOfElement(open, begin, limit) : close;
        var end = meant == limit && !isOpen ? close : meant;
        mended.append(OPEN).append(text, begin, end).append(CLOSE);
        return end == close ? Math.min(text.length(), close + CLOSE.length()) : end;
    }

    /** Where the element ends whose start tag is before the section, or its item does; the limit where neither does. */
    private int endOfElement(int open, int begin, int limit) {
        var start = text.lastIndexOf('<', open - 1);
        var name = start < 0 ? "" : text.substring(start + 1, open).split("[\\s/>]", 2)[0];
        var end = name.isEmpty() ? -1 : text.substring(begin, limit).indexOf("</" + name);
        if (end >= 0) {
            return begin + end;
        }
        var item = ITEM.matcher(text).region(begin, limit);
        return item.find() ? item.start() : limit;
    }
}
