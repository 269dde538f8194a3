package fi.tiedote.feed;

import fi.tiedote.release.Before;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where a page of a feed starts, as addresses write it: microseconds and id, each in base 36. */
public class Bookmark {
    /** So long that a number fits a {@code long} and a moment fits PostgreSQL, and no longer. */
    private static final Pattern SHAPE = Pattern.compile("(-?[0-9a-z]{1,11})_([0-9a-z]{1,12})");

    private static final int BASE = 36;

    private Bookmark() {}

    public static String write(Before before) {
        var moment = before.publishedAt();
        // Instant counts differences in nanoseconds, of which a long has 292 years.
        var micros = moment.getEpochSecond() * 1_000_000 + moment.getNano() / 1_000;
        return Long.toString(micros, BASE) + "_" + Long.toString(before.id(), BASE);
    }

    public static Optional<Before> read(String text) {
        var shape = SHAPE.matcher(text);
        return shape.matches()
                ? Optional.of(new Before(
                        Instant.EPOCH.plus(Long.parseLong(shape.group(1), BASE), ChronoUnit.MICROS),
                        Long.parseLong(shape.group(2), BASE)))
                : Optional.empty();
    }
}
