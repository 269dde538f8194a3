package fi.tiedote.delivery;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Figures of the letters that are not settled; counted when somebody asks, at most every ten seconds. */
@Component
class Backlog {
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final Tallies tallies;
    private Map<String, Long> counted = Map.of();
    private long countedAt = System.nanoTime() - FRESH.toNanos();

    Backlog(Tallies tallies, MeterRegistry figures) {
        this.tallies = tallies;
        for (var state : List.of("QUEUED", "CLAIMED", "DEFERRED", "IN_DOUBT")) {
            Gauge.builder("tiedote.letters.open", this, backlog -> backlog.count(state))
                    .description("Letters that are not settled, by state")
                    .tag("state", state.toLowerCase(Locale.ROOT).replace('_', ' '))
                    .register(figures);
        }
    }

    private synchronized double count(String state) {
        if (System.nanoTime() - countedAt >= FRESH.toNanos()) {
            counted = counts();
            countedAt = System.nanoTime();
        }
        return counted.getOrDefault(state, 0L);
    }

    /** While the database is away, the last figures stay. */
    private Map<String, Long> counts() {
        try {
            return tallies.open();
        } catch (DataAccessException away) {
            return counted;
        }
    }
}
