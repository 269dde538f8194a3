package fi.tiedote.gather;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Tells files that are complete from those that are still being written: complete is what has stood still. */
@Component
class Stillness {
    private final Map<Sighting, Instant> firstSeen = new ConcurrentHashMap<>();
    private final Duration needed;
    private final Clock clock;

    Stillness(GatherSettings settings, Clock clock) {
        this.needed = settings.settled();
        this.clock = clock;
    }

    /** A file from a machine whose clock is ahead of ours is judged by how long we have seen it as it is. */
    boolean has(Sighting sighting) {
        var now = clock.instant();
        firstSeen.values().removeIf(seen -> seen.isBefore(now.minus(needed.multipliedBy(60))));
        var since = firstSeen.computeIfAbsent(sighting, any -> now);
        var still = !sighting.modified().isAfter(now.minus(needed)) || !since.isAfter(now.minus(needed));
        if (still) {
            firstSeen.remove(sighting);
        }
        return still;
    }
}
