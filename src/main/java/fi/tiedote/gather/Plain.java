package fi.tiedote.gather;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;

/** Text for people, out of whatever a feed has written. */
class Plain {
    private static final Pattern MARKUP = Pattern.compile("(?i)</?(?:a|abbr|acronym|address|article|b|big|blockquote|br"
            + "|center|cite|code|dd|del|div|dl|dt|em|figure|font|h[1-6]|hr|i|iframe|img|ins|li|ol|p|pre|q|s|script|section"
            + "|small|span|strike|strong|style|sub|sup|table|tbody|td|th|tr|tt|u|ul|video)(?:[\\s/][^<>]*+)?>"
            + "|&(?:#\\d{1,7}|#x[\\da-f]{1,6}|[a-z]{2,10}\\d{0,2});");

    private Plain() {}

    static String line(String text) {
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

    /** What a browser would show of it. */
    static String ofHtml(String html) {
        return html.indexOf('<') < 0 && html.indexOf('&') < 0
                ? line(html)
                : line(Jsoup.parseBodyFragment(html.substring(0, Tags.end(html, Tags.MOST)))
                        .text());
    }
}
