package fi.tiedote.gather;

import fi.tiedote.reading.Row;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pages that lists have named, of one source: what is still to be read, and what has been. */
interface Backlog {
    /**
     * Writes down what a list says; a page is due when it is new, or when the list says something else of it.
     *
     * @return how many were new
     */
    int add(List<Row> rows, Instant now);

    int size();

    /** Whether some have never been read, and there is still hope that they can be. */
    boolean hasUnread();

    /** The newest of those that are due. */
    List<DuePage> due(Instant now, int most);

    /** @param moment when it says it was published; null where it does not */
    void read(DuePage page, Outcome.Validators validators, @Nullable Instant moment, Checked checked);

    void failed(DuePage page, @Nullable Instant again);

    /** It is not the page's fault that it was not read. */
    void postpone(DuePage page, Instant again);

    /**
     * When a page was read.
     *
     * @param again when it is worth a look for corrections; null for never
     */
    record Checked(Instant at, @Nullable Instant again) {}

    /** The newest are read again, because the rules have changed. */
    void reopen(Instant now, int most);
}
