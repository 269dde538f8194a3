package fi.tiedote.reading;

import java.util.Locale;
import java.util.regex.Pattern;

/** Text for people, out of whatever a feed has written. */
public class Plain {
    /** The elements of HTML, old ones included, and what browsers know inside of it. */
    private static final String ELEMENTS =
            "a|abbr|acronym|address|applet|area|article|aside|audio|b|base|basefont|bdi|bdo"
                    + "|big|blink|blockquote|body|br|button|canvas|caption|center|cite|code|col|colgroup|dd|del|details|dfn|dir"
                    + "|div|dl|dt|em|embed|fieldset|figcaption|figure|font|footer|form|frame|frameset|h[1-6]|head|header|hr|html"
                    + "|i|iframe|img|input|ins|isindex|kbd|label|legend|li|link|main|map|mark|marquee|math|meta|nav|nobr|noscript"
                    + "|object|ol|optgroup|option|p|param|picture|pre|q|rp|rt|ruby|s|samp|script|section|select|small|source|span"
                    + "|strike|strong|style|sub|summary|sup|svg|table|tbody|td|template|textarea|tfoot|th|thead|time|tr|tt|u|ul"
                    + "|var|video|wbr|xmp";

    private static final Pattern MARKUP = Pattern.compile(
            "(?i)</?(?:" + ELEMENTS + ")(?:[\\s/][^<>]*+)?>|&(?:#\\d{1,7}|#x[\\da-f]{1,6}|[a-z]{2,10}\\d{0,2});");

    private Plain() {}

    public static String line(String text) {
        if (isLine(text)) {
            return text.strip();
        }
        var line = new StringBuilder(text.length());
        var space = false;
        for (var at = 0; at < text.length(); at++) {
            var character = text.charAt(at);
            if (!isSpace(character)) {
                line.append(character);
            } else if (!space) {
                line.append(' ');
            }
            space = isSpace(character);
        }
        return line.toString().strip();
    }

    private static boolean isLine(String text) {
        var space = false;
        for (var at = 0; at < text.length(); at++) {
            var character = text.charAt(at);
            if (character < ' ' ? isSpace(character) : character == ' ' && space) {
                return false;
            }
            space = character == ' ';
        }
        return true;
    }

    private static boolean isSpace(char character) {
        return character == ' ' || (character >= '\t' && character <= '\r');
    }

    static boolean isMarkup(String text) {
        return (text.indexOf('<') >= 0 || text.indexOf('&') >= 0)
                && MARKUP.matcher(text).find();
    }

    /** What stays the same when case, spaces and marks change. */
    static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
    }

    /** What a browser would show of it. */
    static String ofHtml(String html) {
        return html.indexOf('<') < 0 && html.indexOf('&') < 0
                ? line(html)
                : line(Fragment.body(html, "").text());
    }
}
