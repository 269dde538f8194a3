package fi.tiedote.reading;

import fi.tiedote.city.Language;
import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the name of a file tells: {@code NAME.fi.txt} is the Finnish version of {@code NAME}.
 *
 * @param item without language and ending
 */
public record FileName(String item, @Nullable Language language) {
    private static final Pattern PARTS = Pattern.compile(
            "(.+?)(?:\\.(fi|sv|en))?\\.(?:txt|md|markdown|html?|eml|docx)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern ENDING = Pattern.compile("(?is).+\\.(?:txt|md|markdown|html?|eml|docx)");
    private static final Pattern HTML = Pattern.compile("(?is).+\\.html?");
    private static final Pattern MARKDOWN = Pattern.compile("(?is).+\\.(?:md|markdown)");

    /** @param path a path or just a name */
    static FileName of(String path) {
        // Macs write ä as two characters; the same file from elsewhere must be the same item.
        var name = Normalizer.normalize(path.substring(path.lastIndexOf('/') + 1), Normalizer.Form.NFC);
        var parts = PARTS.matcher(name);
        if (!parts.matches()) {
            return new FileName(name, null);
        }
        var code = parts.group(2);
        return new FileName(
                parts.group(1), code == null ? null : Language.of(code).orElse(null));
    }

    /** Whether its ending is that of a form in which releases are written. */
    public static boolean isRelease(String path) {
        return ENDING.matcher(path).matches();
    }

    public static boolean isMail(String path) {
        return path.regionMatches(true, path.length() - 4, ".eml", 0, 4);
    }

    static boolean isMarkdown(String path) {
        return MARKDOWN.matcher(path).matches();
    }

    static boolean isHtml(String path) {
        return HTML.matcher(path).matches();
    }

    public static boolean isWord(String path) {
        return path.regionMatches(true, path.length() - 5, ".docx", 0, 5);
    }

    static boolean isText(String path) {
        return path.regionMatches(true, path.length() - 4, ".txt", 0, 4);
    }
}
