package fi.tiedote.network;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Lets each network or person through so often in a while: a token bucket for each of those that came last. Thread-safe.
 */
public class Turnstile {
    private static final int NETWORKS = 10_000;

    private final int capacity;
    private final Duration pause;
    private final Clock clock;
    private final Map<String, Instant> fullAt = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > NETWORKS;
        }
    };

    /** @param times how often a network may pass at once; within {@code period} it may do so again */
    public Turnstile(int times, Duration period, Clock clock) {
        this.capacity = times;
        this.pause = period.dividedBy(times);
        this.clock = clock;
    }

    /** @return how long to wait; empty for whoever has passed */
    public synchronized Optional<Duration> pass(String network) {
        var now = clock.instant();
        var full = fullAt.getOrDefault(network, now);
        var next = (full.isBefore(now) ? now : full).plus(pause);
        var room = now.plus(pause.multipliedBy(capacity));
        if (next.isAfter(room)) {
            return Optional.of(Duration.between(room, next));
        }
        fullAt.put(network, next);
        return Optional.empty();
    }
}
