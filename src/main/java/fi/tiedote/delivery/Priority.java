package fi.tiedote.delivery;

import java.time.Duration;
import java.util.stream.Stream;

/** What goes first when letters wait, and how long it is worth trying. */
public enum Priority {
    CONFIRMATION(0, Duration.ofHours(1)),
    ALERT(2, Duration.ofHours(6)),
    DIGEST(3, Duration.ofDays(4));

    private final int rank;
    private final Duration giveUpAfter;

    Priority(int rank, Duration giveUpAfter) {
        this.rank = rank;
        this.giveUpAfter = giveUpAfter;
    }

    /** Age at which a deferred letter is refused for good; RFC 5321 §4.5.4.1 suggests 4–5 days for mail that can wait. */
    Duration giveUpAfter() {
        return giveUpAfter;
    }

    /** How the ledger keeps it; the lowest goes first. */
    int rank() {
        return rank;
    }

    static Priority of(int rank) {
        return Stream.of(values())
                .filter(priority -> priority.rank == rank)
                .findFirst()
                .orElseThrow();
    }
}
