package fi.tiedote.gather;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The turns at hosts that came with claims: whoever has one need not ask the database. They are given back together. Safe to
 * call from any thread.
 */
class HeldTurns {
    /** How long one may be used; the database keeps it so much longer than one request may take. */
    static final Duration USABLE = Duration.ofSeconds(10);

    private final Map<String, Held> turns = new ConcurrentHashMap<>();

    /**
     * @param end after which it is not used any more, in nanoseconds
     * @param free before which the host is left alone, in nanoseconds
     * @param done whether nobody here means to use it
     */
    record Held(long attempt, long end, long free, boolean done) {
        boolean isUsable() {
            return System.nanoTime() - end < 0;
        }

        boolean isFree() {
            return System.nanoTime() - free >= 0;
        }

        Hosts.Left left(String host) {
            return new Hosts.Left(host, attempt, Duration.ofNanos(Math.max(0, free - System.nanoTime())));
        }

        private Held after(Duration pause) {
            return new Held(attempt, end, System.nanoTime() + pause.toNanos(), done);
        }
    }

    void hold(String host, long attempt) {
        var now = System.nanoTime();
        turns.put(host, new Held(attempt, now + USABLE.toNanos(), now, false));
    }

    /** Whoever takes it puts it back. */
    Optional<Held> take(String host) {
        return Optional.ofNullable(turns.remove(host));
    }

    void putBack(String host, Held turn) {
        turns.put(host, turn);
    }

    void putBack(String host, Held turn, Duration pause) {
        turns.put(host, turn.after(pause));
    }

    /** Nobody here means to ask that host again. */
    void done(String host) {
        turns.computeIfPresent(host, (any, turn) -> new Held(turn.attempt(), turn.end(), turn.free(), true));
    }

    /** Takes away those that nobody means to use. */
    List<Hosts.Left> takeDone() {
        var left = new ArrayList<Hosts.Left>();
        for (Iterator<Map.Entry<String, Held>> all = turns.entrySet().iterator(); all.hasNext(); ) {
            var turn = all.next();
            if (turn.getValue().done() && turns.remove(turn.getKey(), turn.getValue())) {
                left.add(turn.getValue().left(turn.getKey()));
            }
        }
        return left;
    }
}
