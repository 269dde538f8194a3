package fi.tiedote.gather;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Lets one request at a time through to each host, and the next one a while after it. Safe to call from any thread. */
@Component
class Turnstile {
    private static final long GLANCE = TimeUnit.MILLISECONDS.toNanos(50);

    private final Hosts hosts;
    private final GatherSettings limits;
    private final HeldTurns held = new HeldTurns();
    private final Map<String, Long> free = new ConcurrentHashMap<>();

    Turnstile(Hosts hosts, GatherSettings limits) {
        this.hosts = hosts;
        this.limits = limits;
    }

    /** For how long others are kept from a host, for the sake of one request. */
    Duration hold() {
        return limits.deadline().plusSeconds(5);
    }

    /** A turn that came with a claim. */
    void hold(String host, long attempt) {
        held.hold(host, attempt);
    }

    /** The claim has ended. */
    void done(String host) {
        held.done(host);
    }

    /** Gives back the turns of claims that have ended. */
    void giveBack() {
        var left = held.takeDone();
        if (!left.isEmpty()) {
            hosts.leave(left);
        }
    }

    /** @return empty when it took too long until it was our turn */
    Optional<Turn> enter(String host, Errand errand) {
        var end = System.nanoTime() + limits.deadline().multipliedBy(2).toNanos();
        while (System.nanoTime() < end && !Thread.currentThread().isInterrupted()) {
            var turn = errand.alone() ? alone(host) : together(host);
            if (turn.isPresent()) {
                return turn;
            }
            errand.beat().run();
            LockSupport.parkNanos(GLANCE);
        }
        return Optional.empty();
    }

    private Optional<Turn> together(String host) {
        var mine = held.take(host);
        return mine.isPresent() ? held(host, mine.get()) : shared(host);
    }

    private Optional<Turn> held(String host, HeldTurns.Held turn) {
        if (!turn.isUsable()) {
            var left = turn.left(host);
            hosts.leave(host, left.attempt(), left.pause());
            return Optional.empty();
        }
        if (!turn.isFree()) {
            held.putBack(host, turn);
            return Optional.empty();
        }
        return Optional.of(new Turn(pause -> held.putBack(host, turn, pause)));
    }

    private Optional<Turn> shared(String host) {
        var attempt = hosts.enter(host, hold());
        return attempt.isEmpty()
                ? Optional.empty()
                : Optional.of(new Turn(pause -> hosts.leave(host, attempt.getAsLong(), pause)));
    }

    /** Commands that store nothing have one thread. */
    private Optional<Turn> alone(String host) {
        var at = free.get(host);
        return at != null && System.nanoTime() - at < 0
                ? Optional.empty()
                : Optional.of(new Turn(pause -> free.put(host, System.nanoTime() + pause.toNanos())));
    }

    /** The right to ask a host. */
    class Turn {
        private final Consumer<Duration> leaving;

        private Turn(Consumer<Duration> leaving) {
            this.leaving = leaving;
        }

        /** @param asked what the host itself wants between two requests */
        void leave(Duration asked) {
            leaving.accept(asked.compareTo(limits.distance()) > 0 ? asked : limits.distance());
        }
    }
}
