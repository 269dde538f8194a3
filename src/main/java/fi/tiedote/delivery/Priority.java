package fi.tiedote.delivery;

import java.util.stream.Stream;

/** What goes first when letters wait. */
public enum Priority {
    CONFIRMATION(0),
    URGENT(1),
    ALERT(2),
    DIGEST(3);

    private final int rank;

    Priority(int rank) {
        this.rank = rank;
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
