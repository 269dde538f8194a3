package fi.tiedote.reading;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The named texts that a DOCTYPE declares inside the document. Only plain text counts: what refers to another name, to a
 * file or to an address stays as it is written, so nothing is fetched and nothing multiplies.
 */
class Subset {
    private static final int LONGEST_TEXT = 1000;
    private static final int LONGEST = 100_000;
    private static final int MOST_NAMES = 500;
    private static final Pattern DOCTYPE = Pattern.compile("(?i)<!DOCTYPE[^\\[<>]*+\\[");
    private static final Pattern ROOT = Pattern.compile("<[A-Za-z]");
    private static final Pattern ENTITY =
            Pattern.compile("<!ENTITY\\s++([\\w.:-]{1,60})\\s++(?:\"([^\"]*+)\"|'([^']*+)')\\s*+>");
    private static final Pattern REFERENCE = Pattern.compile("&(?!#\\w{1,9};|(?:lt|gt|amp|quot|apos);)");

    private Subset() {}

    /** @return names and what stands for them, written as XML text */
    static Map<String, String> of(String text) {
        var named = new HashMap<String, String>();
        var doctype = DOCTYPE.matcher(text);
        var root = ROOT.matcher(text);
        if (!text.contains("<!ENTITY") || !doctype.find() || (root.find() && root.start() < doctype.start())) {
            return named;
        }
        var entity = ENTITY.matcher(text).region(doctype.end(), Math.min(text.length(), doctype.end() + LONGEST));
        while (entity.find() && named.size() < MOST_NAMES) {
            var value = entity.group(2) == null ? entity.group(3) : entity.group(2);
            if (value.length() <= LONGEST_TEXT) {
                named.putIfAbsent(entity.group(1), escaped(value));
            }
        }
        return named;
    }

    private static String escaped(String value) {
        return REFERENCE.matcher(value).replaceAll("&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
