package fi.tiedote.gather;

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
 */
record Mark(
        @Nullable Instant since,
        @Nullable Instant started,
        @Nullable URI next) {
    static final Mark NONE = new Mark(null, null, null);

    /** What cannot be read begins anew. */
    static Mark of(String text) {
        var parts = text.split(" ", -1);
        if (parts.length != 3) {
            return NONE;
        }
        try {
            return new Mark(moment(parts[0]), moment(parts[1]), Links.uri(parts[2]));
        } catch (DateTimeParseException unknown) {
            return NONE;
        }
    }

    String text() {
        return "%s %s %s"
                .formatted(since == null ? "" : since, started == null ? "" : started, next == null ? "" : next);
    }

    boolean isUnderWay() {
        return started != null && next != null;
    }

    private static @Nullable Instant moment(String text) {
        return text.isEmpty() ? null : Instant.parse(text);
    }
}
