package fi.tiedote.delivery;

import java.util.LinkedHashMap;
import java.util.Map;

/** The plates in use, read once; the least used ones make room. Thread-safe. */
class Plates {
    private static final int KEPT = 64;

    private final Editions editions;
    private final Map<Long, Plate> plates = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Plate> eldest) {
            return size() > KEPT;
        }
    };

    Plates(Editions editions) {
        this.editions = editions;
    }

    synchronized Plate of(Letter letter) {
        return plates.computeIfAbsent(letter.editionId(), editions::plate);
    }
}
