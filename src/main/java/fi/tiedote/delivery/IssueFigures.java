package fi.tiedote.delivery;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Figures of the newest issues: where the letters of each are, so that the states add up to its audience. Counted when
 * somebody asks for figures, at most every half a minute; what was counted is there the next time that somebody asks.
 */
@Component
class IssueFigures {
    private static final Logger LOG = LoggerFactory.getLogger(IssueFigures.class);
    private static final Duration FRESH = Duration.ofSeconds(30);
    private static final int NEWEST = 10;

    private final Tallies tallies;
    private final MultiGauge letters;
    private int moving;
    private long countedAt = System.nanoTime() - FRESH.toNanos();

    IssueFigures(Tallies tallies, MeterRegistry figures) {
        this.tallies = tallies;
        this.letters = MultiGauge.builder("tiedote.issue.letters")
                .description("Letters of the newest issues, by state")
                .register(figures);
        Gauge.builder("tiedote.issues.moving", this, IssueFigures::moving)
                .description("How many of the newest issues have letters that are not settled")
                .register(figures);
    }

    private synchronized double moving() {
        if (System.nanoTime() - countedAt >= FRESH.toNanos()) {
            count();
            countedAt = System.nanoTime();
        }
        return moving;
    }

    /** While the database is away, the last figures stay. */
    private void count() {
        try {
            var newest = tallies.latest(NEWEST);
            letters.register(newest.stream().flatMap(IssueFigures::rows).toList(), true);
            moving = (int) newest.stream().filter(tally -> tally.waiting() > 0).count();
        } catch (DataAccessException away) {
            LOG.debug("no figures of issues", away);
        }
    }

    private static Stream<Row<?>> rows(Tally tally) {
        return states(tally).entrySet().stream()
                .map(state -> Row.of(
                        Tags.of(
                                "issue", Long.toString(tally.issueId()),
                                "newsletter", tally.newsletter(),
                                "state", state.getKey()),
                        state.getValue()));
    }

    private static Map<String, Long> states(Tally tally) {
        return Map.of(
                "queued", tally.queued(),
                "claimed", tally.claimed(),
                "accepted", tally.accepted(),
                "deferred", tally.deferred(),
                "refused", tally.refused(),
                "in doubt", tally.inDoubt(),
                "cancelled", tally.cancelled());
    }
}
