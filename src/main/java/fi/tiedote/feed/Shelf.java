package fi.tiedote.feed;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The editions that were asked for last, up to a weight. Thread-safe. */
class Shelf {
    private final Map<String, Copy> copies = new LinkedHashMap<>(64, 0.75f, true);
    private final long capacity;
    private long weight;

    /** @param capacity in bytes */
    Shelf(long capacity) {
        this.capacity = capacity;
    }

    /**
     * An edition and how fresh it is.
     *
     * @param generation of the releases, as it was before they were read for it
     */
    record Copy(Edition edition, long generation, Instant printed) {}

    synchronized @Nullable Copy find(String path) {
        return copies.get(path);
    }

    /** Does nothing where a copy of a later generation stands already. */
    synchronized void put(String path, Copy copy) {
        var there = copies.get(path);
        if (there != null && there.generation() > copy.generation()) {
            return;
        }
        copies.put(path, copy);
        weight += copy.edition().weight() - (there == null ? 0 : there.edition().weight());
        var eldest = copies.values().iterator();
        while (weight > capacity && eldest.hasNext()) {
            weight -= eldest.next().edition().weight();
            eldest.remove();
        }
    }
}
