package fi.tiedote.newsletter;

import fi.tiedote.subscription.Cadence;
import fi.tiedote.subscription.Readership;
import fi.tiedote.subscription.Subscriptions;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** An audience in pages, each of which is given out once. Thread-safe. */
class Pages {
    static final int PEOPLE = 10_000;

    private final Subscriptions subscriptions;
    private final Cadence cadence;
    private final Collection<Long> choices;
    private long last;
    private volatile boolean over;

    Pages(Subscriptions subscriptions, Cadence cadence, Collection<Long> choices) {
        this.subscriptions = subscriptions;
        this.cadence = cadence;
        this.choices = choices;
    }

    boolean areOver() {
        return over;
    }

    /** Somebody failed: no more are given out, not even by who is looking for the next one now. */
    synchronized void end() {
        over = true;
    }

    synchronized Optional<Page> next() {
        var end = over ? OptionalLong.empty() : subscriptions.endOfPage(cadence, choices, last, PEOPLE);
        over = end.isEmpty();
        if (over) {
            return Optional.empty();
        }
        var page = new Page(last, end.getAsLong());
        last = page.last();
        return Optional.of(page);
    }

    /** Until the end of the caller's transaction, nobody's subscription ends. */
    List<Readership> read(Page page) {
        return subscriptions.readers(cadence, choices, page.after(), page.last());
    }

    /** @param last id of its last person */
    record Page(long after, long last) {}
}
