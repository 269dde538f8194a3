package fi.tiedote.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
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

    /** An edition and how fresh it is. Thread-safe. */
    static final class Copy {
        private final Address address;
        private final Edition edition;
        private final Instant printed;
        private volatile long generation;
        private volatile boolean asked;

        /** @param generation of the releases, as it was before they were read for it */
        Copy(Address address, Edition edition, long generation, Instant printed) {
            this.address = address;
            this.edition = edition;
            this.generation = generation;
            this.printed = printed;
        }

        Address address() {
            return address;
        }

        Subject subject() {
            return address.subject();
        }

        Edition edition() {
            return edition;
        }

        Instant printed() {
            return printed;
        }

        long generation() {
            return generation;
        }

        /** What changed up to a generation does not concern it. */
        void outlast(long later) {
            generation = later;
        }

        /** Somebody comes for it who did not print it. */
        void ask() {
            if (!asked) {
                asked = true;
            }
        }

        boolean isAsked() {
            return asked;
        }
    }

    synchronized @Nullable Copy find(String path) {
        return copies.get(path);
    }

    /** Those of one generation up to before another, the last asked for first. */
    synchronized List<Copy> between(long from, long to) {
        var found = new ArrayList<Copy>();
        for (var copy : copies.values()) {
            if (copy.generation() >= from && copy.generation() < to) {
                found.add(copy);
            }
        }
        Collections.reverse(found);
        return found;
    }

    /** Does nothing where a copy of a later generation stands already. */
    synchronized void put(Copy copy) {
        var path = copy.address().path();
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
        return path.length() * 4L + copy.edition().weight();
    }
}
