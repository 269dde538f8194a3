package fi.tiedote.gather;

import java.time.Duration;

/** How much of the time for one fetch is left; waiting for one's turn costs nothing of it. */
class Budget {
    private final Duration whole;
    private long left;

    Budget(Duration whole) {
        this.whole = whole;
        this.left = whole.toNanos();
    }

    Duration whole() {
        return whole;
    }

    /** In nanoseconds; never less than one. */
    long left() {
        return Math.max(1, left);
    }

    void spend(long nanos) {
        left -= nanos;
    }
}
