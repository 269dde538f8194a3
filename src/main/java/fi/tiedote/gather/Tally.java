package fi.tiedote.gather;

import fi.tiedote.reading.Item;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Counts what a look found, and when that was written. */
class Tally {
    /** From fewer nobody can tell a rhythm. */
    private static final int ENOUGH = 5;

    private int items;
    private int dated;
    private boolean isListed;
    private boolean isSame;
    private @Nullable Instant oldest;
    private @Nullable Instant newest;

    void see(Item item) {
        items++;
        var at = item.publishedAt();
        if (at != null) {
            dated++;
            oldest = oldest == null || at.isBefore(oldest) ? at : oldest;
            newest = newest == null || at.isAfter(newest) ? at : newest;
        }
    }

    /** A list has been read, be it empty. */
    void list() {
        isListed = true;
    }

    /** The source says that nothing has changed. */
    void same() {
        isSame = true;
    }

    int items() {
        return items;
    }

    boolean isRead() {
        return items > 0 || isEmpty();
    }

    /** Whether there is a list and nothing in it. */
    boolean isEmpty() {
        return isListed && !isSame && items == 0;
    }

    @Nullable
    Instant newest() {
        return newest;
    }

    /** Mean time between two items; null where there are too few. */
    @Nullable
    Duration rhythm() {
        return oldest == null || newest == null || dated < ENOUGH || !newest.isAfter(oldest)
                ? null
                : Duration.between(oldest, newest).dividedBy(dated - 1L);
    }
}
