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
        weight += weight(path, copy) - (there == null ? 0 : weight(path, there));
        var eldest = copies.entrySet().iterator();
        while (weight > capacity && eldest.hasNext()) {
            var next = eldest.next();
            weight -= weight(next.getKey(), next.getValue());
            eldest.remove();
        }
    }

    /** In bytes, of all that is kept. */
    synchronized long weight() {
        return weight;
    }

    /** With its address: whoever asks chooses how long that is. */
    private static long weight(String path, Copy copy) {
        return path.length() * 2L + copy.edition().weight();
    }
}
