package fi.tiedote.reading;

import java.util.regex.Pattern;

/** The subject of a mail, without what mail programs and press officers put before it. */
public class Subject {
    private static final Pattern PREFIX =
            Pattern.compile("(?iu)\\s*(?:(?:re|fwd?|vs|vl|sv|vb|ang|aw|wg|tr)(?:\\[\\d+]|\\(\\d+\\))?\\s*:"
                    + "|(?:\\[[^\\]]{1,40}]\\s*)?(?:media|lehdistö)?tiedote\\s*[:–—]"
                    + "|(?:press|medie)meddelande\\s*[:–—]|(?:press|media) release\\s*[:–—]|\\[[^\\]]{1,40}]\\s+)\\s*");
    private static final Pattern CORRECTION = Pattern.compile(
            "(?iu)\\s*(?:korjaus|korjattu(?: tiedote)?|oikaisu|rättelse|korrigerat?|correct(?:ion|ed))\\s*[:–—]\\s*");

    private Subject() {}

    /** Empty where nothing is left. */
    static String title(String subject) {
        var rest = subject.strip();
        for (var prefix = PREFIX.matcher(rest); prefix.lookingAt(); prefix = PREFIX.matcher(rest)) {
            rest = rest.substring(prefix.end());
        }
        return rest;
    }

    /** Equal for a release and its correction. */
    public static String likeness(String subject) {
        var title = title(subject);
        var correction = CORRECTION.matcher(title);
        return (correction.lookingAt() ? title(title.substring(correction.end())) : title)
                .toLowerCase(java.util.Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
