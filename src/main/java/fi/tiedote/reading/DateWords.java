package fi.tiedote.reading;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The date that a longer text has somewhere.
 *
 * @param from where it begins
 * @param to where it ends
 */
record DateWords(Instant moment, int from, int to) {
    private static final int LONGEST = 400;
    private static final String TIME =
            "(?:[,]?\\s*(?:-|–|\\|)?\\s*(?:klo|kello|kl\\.?|klockan|at|T|à|um)?\\s*[0-2]?\\d(?:[.:]|\\s?h\\s?)[0-5]\\d(?::[0-5]\\d)?(?!\\d)(?:\\.\\d{1,9}(?=Z|[+-]\\d))?"
                    + "(?:\\s?[ap]\\.?m\\.?)?(?:\\s?(?:Z|[+-]\\d{2}:?\\d{2}))?)?";
    private static final Pattern FORM = Pattern.compile("(?iu)(?<![\\d.])(?:"
            + "\\d{1,2}\\.\\s?\\d{1,2}\\.\\s?(?:\\d{4}|\\d{2})(?![\\d.]\\d)"
            + "|\\d{4}-\\d{2}-\\d{2}(?!\\d)"
            + "|\\d{1,2}/\\d{1,2}/\\d{4}(?!\\d)"
            + "|\\d{1,2}(?:\\.|st|nd|rd|th|:e)?\\s+(?:of\\s+)?\\p{L}{3,12}\\.?,?\\s+\\d{4}(?!\\d)"
            + "|\\p{L}{3,9}\\.?\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+\\d{4}(?!\\d))" + TIME);

    /** The first that can be; empty without one. */
    static Optional<DateWords> in(String text, @Nullable ZoneId zone) {
        var glance = text.substring(0, Math.min(text.length(), LONGEST));
        var match = FORM.matcher(glance);
        for (var at = 0; at < glance.length() && match.find(at); at = match.start() + 1) {
            var from = match.start();
            var to = match.end();
            var moment = Dates.moment(match.group(), zone);
            if (moment.isPresent()) {
                return Optional.of(new DateWords(moment.get(), from, to));
            }
        }
        return Optional.empty();
    }

    /** The text without it and without what joins it to the rest. */
    String cutFrom(String text) {
        var rest = text.substring(0, from) + " " + text.substring(Math.min(to, text.length()));
        return Plain.line(rest.replaceFirst("(?iu)^\\s*(?:ma|ti|ke|to|pe|la|su|mån|tis|ons|tors|fre|lör|sön)\\s", " "))
                .replaceAll("^[\\s|:·•–—-]+|[\\s|:·•–—-]+$", "");
    }
}
