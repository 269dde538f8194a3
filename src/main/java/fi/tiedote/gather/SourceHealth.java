package fi.tiedote.gather;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a source is.
 *
 * @param address its url or path
 * @param since when it came into its state
 * @param lastNews when it last had something new or changed
 * @param lastItem date of its latest item
 * @param items at the last look that read any
 * @param itemProblems items that could not be read or kept at that look
 * @param created releases that it has ever brought
 * @param corrected corrections that it has ever brought
 * @param failures in a row
 * @param problem why it cannot be read; null when it can
 * @param expected longest time without anything new that is no reason to worry; null while nobody knows
 * @param nextLook null when it is not looked at by itself
 */
public record SourceHealth(
        String source,
        String kind,
        String address,
        SourceState state,
        @Nullable Instant since,
        @Nullable Instant lastLook,
        @Nullable Instant lastSuccess,
        @Nullable Instant lastNews,
        @Nullable Instant lastItem,
        int items,
        int itemProblems,
        long created,
        long corrected,
        int failures,
        @Nullable String problem,
        @Nullable Duration expected,
        @Nullable Instant nextLook) {
    @JsonIgnore
    public boolean isHealthy() {
        return state == SourceState.HEALTHY || state == SourceState.NEW;
    }
}
