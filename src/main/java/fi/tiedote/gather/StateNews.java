package fi.tiedote.gather;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the log when a source comes into another state, once for each change. */
class StateNews {
    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);

    void failed(SourceSettings source, Claim claim, SourceState state, String problem, Instant due) {
        if (state == SourceState.STOPPED && !isIn(state, claim)) {
            LOG.warn(
                    "source {} ({}): {}; it is not asked any more until its url is another, or by gather --now {}",
                    source.key(),
                    source.address(),
                    problem,
                    source.key());
        } else if (!isIn(state, claim)) {
            LOG.warn(
                    "source {} ({}): {}: {}; next look at {}",
                    source.key(),
                    source.address(),
                    state.word(),
                    problem,
                    due);
        } else if (!problem.equals(claim.problem())) {
            LOG.info("source {}: still {}: {}; next look at {}", source.key(), state.word(), problem, due);
        }
    }

    void read(SourceSettings source, Claim claim, SourceState state, @Nullable String movedTo, Harvest harvest) {
        if (movedTo != null && movedTo.equals(claim.movedTo()) && claim.movedTimes() + 1 == FeedSource.BELIEVED) {
            LOG.warn(
                    "source {}: it has moved for good and is asked at {} from now on; mend its url",
                    source.key(),
                    movedTo);
        }
        if (isIn(state, claim)) {
            return;
        }
        switch (state) {
            case SILENT ->
                LOG.warn(
                        "source {} ({}): silent: nothing new since {}; look whether it has moved, or set expect-every",
                        source.key(),
                        source.address(),
                        latest(claim, harvest));
            case EMPTY ->
                LOG.warn(
                        "source {} ({}): empty: it can be read and has no items; before it had {}",
                        source.key(),
                        source.address(),
                        claim.past().items());
            case HEALTHY -> {
                if (!isIn(SourceState.NEW, claim)) {
                    LOG.info(
                            "source {}: healthy again; it was {} since {}",
                            source.key(),
                            claim.past().state(),
                            claim.past().stateSince());
                }
            }
            case NEW, MALFORMED, FAILING, STOPPED ->
                throw new IllegalArgumentException("nothing that was read is " + state.word());
        }
    }

    private static @Nullable Instant latest(Claim claim, Harvest harvest) {
        return harvest.tally().newest() == null
                ? claim.past().lastItemAt()
                : harvest.tally().newest();
    }

    private static boolean isIn(SourceState state, Claim claim) {
        return claim.past().state().equals(state.word());
    }
}
