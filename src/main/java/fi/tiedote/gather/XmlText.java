package fi.tiedote.gather;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Rids what sources call XML of what no parser may see. */
class XmlText {
    /** How many characters the names of a DOCTYPE may add. */
    private static final int MOST_ADDED = 1_000_000;

    private static final Pattern REFERENCE =
            Pattern.compile("&(?:#(?:(\\d{1,9})|[xX]([0-9a-fA-F]{1,8}));|([A-Za-z_][\\w.:-]{0,60}+)(;?))");

    private static final List<String> PREDEFINED = List.of("&lt;", "&gt;", "&amp;", "&quot;", "&apos;");

    private final Map<String, String> named;
    private int added;

    private XmlText(Map<String, String> named) {
        this.named = named;
    }

    /**
     * Without characters that XML 1.0 §2.2 forbids, written plainly or as a number; names of the DOCTYPE resolved,
     * ampersands of addresses escaped, tags, values and CDATA sections closed, comments that nobody closes opened.
     */
    static String clean(String text) {
        var legal = withoutUnclosedComment(legal(text));
        var xml = new XmlText(Subset.of(legal));
        return Sections.mended(legal, part -> TagEnds.closed(xml.referenced(part)));
    }

    /** Nobody wanted to hide all that follows. */
    private static String withoutUnclosedComment(String text) {
        var closed = text.lastIndexOf("-->") + 1;
        return text.indexOf("<!--", closed) < 0
                ? text
                : text.substring(0, closed) + text.substring(closed).replace("<!--", "");
    }

    /** Without the characters that XML forbids, and nobody reads. */
    static String legal(String text) {
        var at = firstIllegal(text);
        if (at == text.length()) {
            return text;
        }
        var legal = new StringBuilder(text.length()).append(text, 0, at);
        text.substring(at).codePoints().filter(XmlText::isLegal).forEach(legal::appendCodePoint);
        return legal.toString();
    }

    private static int firstIllegal(String text) {
        var at = 0;
        while (at < text.length() && isLegal(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }

    private String referenced(String text) {
        var reference = REFERENCE.matcher(text);
        var mended = new StringBuilder();
        var copied = 0;
        for (var at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1)) {
            if (!isPredefined(text, at) && reference.region(at, text.length()).lookingAt()) {
                mended.append(text, copied, at).append(reference(reference));
                copied = reference.end();
            }
        }
        return copied == 0 ? text : mended.append(text, copied, text.length()).toString();
    }

    /** Whether one of the references begins there that XML itself knows. */
    static boolean isPredefined(String text, int at) {
        for (var reference : PREDEFINED) {
            if (text.startsWith(reference, at)) {
                return true;
            }
        }
        return false;
    }

    private String reference(MatchResult found) {
        if (found.group(3) != null) {
            return found.group(4).isEmpty() ? "&amp;" + found.group(3) : name(found.group(3), found.group());
        }
        var decimal = found.group(1) != null;
        var value = Long.parseLong(found.group(decimal ? 1 : 2), decimal ? 10 : 16);
        return value <= Character.MAX_CODE_POINT && isLegal((int) value) ? found.group() : "";
    }

    private String name(String name, String otherwise) {
        var text = added > MOST_ADDED ? otherwise : named.getOrDefault(name, otherwise);
        added += text.length() - otherwise.length();
        return text;
    }

    private static boolean isLegal(int character) {
        return character == '\t'
                || character == '\n'
                || character == '\r'
                || (character >= 0x20 && character <= 0xD7FF)
                || (character >= 0xE000 && character <= 0xFFFD)
                || character >= 0x10000;
    }
}
