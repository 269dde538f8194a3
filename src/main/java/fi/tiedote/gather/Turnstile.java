package fi.tiedote.gather;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;

/** Lets one request at a time through to each host, and the next one a while after it. Safe to call from any thread. */
@Component
class Turnstile {
    private static final long GLANCE = TimeUnit.MILLISECONDS.toNanos(50);

    private final Hosts hosts;
    private final GatherSettings limits;
    private final Map<String, Long> free = new ConcurrentHashMap<>();

    Turnstile(Hosts hosts, GatherSettings limits) {
        this.hosts = hosts;
        this.limits = limits;
    }

    /** @return empty when it took too long until it was our turn */
    Optional<Turn> enter(String host, Errand errand) {
        var end = System.nanoTime() + limits.deadline().multipliedBy(2).toNanos();
        while (System.nanoTime() < end && !Thread.currentThread().isInterrupted()) {
            var turn = errand.alone() ? alone(host) : shared(host);
            if (turn.isPresent()) {
                return turn;
            }
            errand.beat().run();
            LockSupport.parkNanos(GLANCE);
        }
        return Optional.empty();
    }

    private Optional<Turn> shared(String host) {
        var attempt = hosts.enter(host, limits.deadline().plusSeconds(5));
        return attempt.isEmpty() ? Optional.empty() : Optional.of(new Turn(host, attempt));
    }

    /** Commands that store nothing have one thread. */
    private Optional<Turn> alone(String host) {
        var at = free.get(host);
        return at != null && System.nanoTime() - at < 0
                ? Optional.empty()
                : Optional.of(new Turn(host, OptionalLong.empty()));
    }

    /** The right to ask a host. */
    class Turn {
        private final String host;
        private final OptionalLong attempt;

        private Turn(String host, OptionalLong attempt) {
            this.host = host;
            this.attempt = attempt;
        }

        /** @param asked what the host itself wants between two requests */
        void leave(Duration asked) {
            var pause = asked.compareTo(limits.distance()) > 0 ? asked : limits.distance();
            if (attempt.isPresent()) {
                hosts.leave(host, attempt.getAsLong(), pause);
            } else {
                free.put(host, System.nanoTime() + pause.toNanos());
            }
        }
    }
}
