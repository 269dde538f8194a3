package fi.tiedote.gather;

import fi.tiedote.reading.Wishes;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a source from all looks before.
 *
 * @param state as the table writes it
 * @param lastNewsAt when it last had something new or changed
 * @param lastItemAt date of its latest item
 * @param rhythm mean seconds between two items of its list; null until that could be told
 * @param wishes of its feed, as {@link Wishes#text} writes them
 * @param items at the last look that read any
 */
record Past(
        String state,
        @Nullable Instant stateSince,
        @Nullable Instant lastNewsAt,
        @Nullable Instant lastItemAt,
        @Nullable Long rhythm,
        String wishes,
        int items) {
    static final Past NONE = new Past("new", null, null, null, null, "", 0);

    @Nullable
    Duration learned() {
        return rhythm == null ? null : Duration.ofSeconds(rhythm);
    }
}
