package fi.tiedote.gather;

import fi.tiedote.reading.Links;
import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * Where a walk over the pages of a list got to.
 *
 * @param since when the last walk that came to its end began; null before the first has
 * @param started when this walk began; null between two
 * @param next the page to go on with; null between two walks
 * @param pages that this walk has seen
 */
record Mark(
        @Nullable Instant since,
        @Nullable Instant started,
        @Nullable URI next,
        int pages) {
    /** Some lists have no end: calendars, and pages that name themselves as the next. */
    static final int MOST_PAGES = 1000;

    static final Mark NONE = new Mark(null, null, null, 0);

    /** What cannot be read begins anew. */
    static Mark of(String text) {
        var parts = text.split(" ", -1);
        if (parts.length < 3) {
            return NONE;
        }
        try {
            var pages = parts.length < 4 ? 0 : Integer.parseInt(parts[3]);
            return new Mark(moment(parts[0]), moment(parts[1]), Links.uri(parts[2]), pages);
        } catch (DateTimeParseException | NumberFormatException unknown) {
            return NONE;
        }
    }

    String text() {
        return "%s %s %s%s"
                .formatted(
                        since == null ? "" : since,
                        started == null ? "" : started,
                        next == null ? "" : next,
                        pages == 0 ? "" : " " + pages);
    }

    /** The walk has come to its end. */
    static Mark ended(@Nullable Instant since) {
        return new Mark(since, null, null, 0);
    }

    static String endless(URI next) {
        return "the list goes on at " + next + " after " + MOST_PAGES + " pages; what is older is left out";
    }

    boolean isUnderWay() {
        return started != null && next != null;
    }

    private static @Nullable Instant moment(String text) {
        return text.isEmpty() ? null : Instant.parse(text);
    }
}
