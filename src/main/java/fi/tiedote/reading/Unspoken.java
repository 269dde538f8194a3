package fi.tiedote.reading;

import java.util.HexFormat;
import java.util.Locale;
import org.jsoup.nodes.Element;

/** What an element says besides its text: the address behind a link, the sign that is a picture. */
class Unspoken {
    private Unspoken() {}

    /** Empty where the text says it already. */
    static String of(Element element) {
        if (element.hasAttr("data-cfemail")) {
            return " " + decoded(element.attr("data-cfemail"));
        }
        var href = element.nameIs("a") ? element.attr("href").strip() : "";
        if (href.regionMatches(true, 0, "mailto:", 0, 7) && !element.text().contains("@")) {
            return " " + href.substring(7).replaceFirst("[?].*", "").replace("%40", "@");
        }
        if (href.regionMatches(true, 0, "tel:", 0, 4) && !element.text().matches("(?s).*\\d.*\\d.*\\d.*")) {
            return " " + href.substring(4);
        }
        return isAtSign(element) ? "@" : "";
    }

    static boolean isAtSign(Element picture) {
        if (!picture.nameIs("img")) {
            return false;
        }
        var alt = picture.attr("alt").strip().toLowerCase(Locale.ROOT);
        return alt.matches("@|at|ät|\\(at\\)|\\[at]|at-merkki|snabel-a|at sign|miukumauku");
    }

    /** The first byte is the key of all others. */
    private static String decoded(String hex) {
        try {
            var bytes = HexFormat.of().parseHex(hex.strip());
            var text = new StringBuilder();
            for (var at = 1; at < bytes.length; at++) {
                text.append((char) ((bytes[at] ^ bytes[0]) & 0xFF));
            }
            return text.toString();
        } catch (IllegalArgumentException notEncoded) {
            return "";
        }
    }
}
