package fi.tiedote.gather;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Reads moments as feeds and people write them: RFC 822 and 3339, ISO 8601, asctime, numbers, words. A date that cannot
 * exist is no date.
 */
class Dates {
    private static final int LONGEST = 120;
    /** What is before is a database's way to say that there is none: year 1 of .NET, year 0 and 1899 of others. */
    private static final int FIRST_YEAR = 1900;

    private static final Pattern SPACE = Pattern.compile("[\\s\\h]+");
    private static final Pattern COMMENT = Pattern.compile("\\([^()]*\\)|(?<=z|[+-]\\d\\d:?\\d\\d)\\[[^\\[\\]]*\\]$");
    /** Twelve digits that are a day and a time of these two centuries are no milliseconds. */
    private static final Pattern EPOCH =
            Pattern.compile("(?!(?:19|20)\\d{2}(?:0[1-9]|1[0-2])\\d{6}$)(\\d{9,10})(?:\\d{3})?");

    private static final Pattern ASCTIME = Pattern.compile(
            "(\\p{L}+) (\\d{1,2}) (\\d{1,2}:\\d{2}(?::\\d{2})?) (?:(.{1,20}) )?(\\d{4})(?: ([a-z]{1,5}|[-+]\\d{4}))?");
    private static final Pattern TIME_FIRST = Pattern.compile(
            "(?:(?:klo|kello|kl\\.?|klockan) )?(\\d{1,2}(?::\\d{2}){1,2}(?: ?[ap]\\.?m\\.?)?|\\d{1,2} ?[ap]\\.?m\\.?"
                    + "|(?<= )\\d{1,2}[.]\\d{2})[, ]+(?:on )?");
    /** Russian has the word for year behind it. */
    private static final Pattern YEAR_WORD = Pattern.compile("(?<=\\d{4}) ?(?:года|г\\.?)(?=$|[ ,])");

    private static final Pattern ONE_DIGIT = Pattern.compile("(?<=\\d):(\\d)(?!\\d)");

    private Dates() {}

    /**
     * @param zone of a date that names none; null where nobody knows it, which means UTC, but the time of the only
     *     country that writes the date so
     */
    static Optional<Instant> moment(@Nullable String text, @Nullable ZoneId zone) {
        if (text == null || text.isBlank() || text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var seconds = EPOCH.matcher(text.strip());
            if (seconds.matches()) {
                return Optional.of(Instant.ofEpochSecond(Long.parseLong(seconds.group(1))));
            }
            var plain = plain(text);
            return day(plain).filter(day -> day.date().getYear() >= FIRST_YEAR).flatMap(day -> moment(day, zone));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    /** The first that can be read; null without one. */
    static @Nullable Instant first(Stream<Element> written, @Nullable ZoneId zone) {
        return written.flatMap(date -> moment(Branch.line(date), zone).stream())
                .findFirst()
                .orElse(null);
    }

    /** The time that stands before its day is put behind it. */
    private static Optional<Day> day(String plain) {
        var time = TIME_FIRST.matcher(plain);
        return time.lookingAt()
                ? day(plain.substring(time.end()), plain).map(day -> day.at(time.group(1)))
                : day(plain, plain);
    }

    private static Optional<Day> day(String text, String written) {
        return Day.of(ordered(Day.withoutWeekday(text)), written);
    }

    private static Optional<Instant> moment(Day day, @Nullable ZoneId zone) {
        return TimeOfDay.of(day.rest()).map(time -> time.on(day.date(), zone == null ? day.home() : zone));
    }

    private static String plain(String text) {
        var composed = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        var uncommented = COMMENT.matcher(composed.replace('\u2212', '-')).replaceAll(" ");
        var spaced = SPACE.matcher(uncommented).replaceAll(" ").strip();
        return YEAR_WORD.matcher(ONE_DIGIT.matcher(spaced).replaceAll(":0$1")).replaceAll("");
    }

    /** {@code sep 2 10:15:00 2026} has the year last; everybody else has the time there. */
    private static String ordered(String text) {
        var parts = ASCTIME.matcher(text);
        if (!parts.matches()) {
            return text;
        }
        var named = parts.group(4) == null ? parts.group(6) : parts.group(4);
        var zone = named == null ? "" : " " + named;
        return parts.group(2) + " " + parts.group(1) + " " + parts.group(5) + " " + parts.group(3) + zone;
    }
}
