package fi.tiedote.gather;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Keeps count of who looks at which source, when the next look is due, and what the log shall say of it. */
@Component
class Ledger {
    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);

    private final Sources sources;
    private final SourceList list;
    private final Node node;
    private final GatherSettings settings;
    private final Clock clock;
    private final Pace pace = new Pace();

    Ledger(Sources sources, SourceList list, Node node, GatherSettings settings, Clock clock) {
        this.sources = sources;
        this.list = list;
        this.node = node;
        this.settings = settings;
        this.clock = clock;
    }

    /** At the start: what an earlier run of this node left behind is free again, and every folder is due. */
    void open() {
        var now = clock.instant();
        list.sources().forEach(source -> sources.register(source, now));
        var folders = list.sources().stream()
                .filter(source -> source.kind() == SourceSettings.Kind.FOLDER)
                .map(SourceSettings::key)
                .toList();
        sources.release(node.name(), folders, now);
    }

    Optional<Claim> claim(SourceSettings source) {
        sources.register(source, clock.instant());
        return sources.claim(source.key(), node.name(), clock.instant(), settings.lease());
    }

    Optional<Claim> claimDue() {
        return sources.claimDue(list.keys(), node.name(), clock.instant(), settings.lease());
    }

    Heartbeat heartbeat(Claim claim) {
        return new Heartbeat(claim, sources, settings.lease(), clock);
    }

    void settle(SourceSettings source, Claim claim, Outcome outcome, String reading) {
        var now = clock.instant();
        if (outcome instanceof Outcome.Failed failed) {
            var due = pace.afterFailure(source, claim.failures() + 1, failed.notBefore(), now);
            tellFailure(claim, failed, due);
            sources.failed(claim, failed.reason(), due);
        } else if (outcome instanceof Outcome.Read read) {
            var due = pace.afterSuccess(source, read.soon(), now);
            sources.succeeded(claim, read.validators(), new Outcome.Next(due, reading), now);
            if (claim.failures() > 0) {
                LOG.info("source {}: readable again", claim.key());
            }
        }
    }

    Gathered told(Gathered gathered) {
        if (gathered.created() + gathered.corrected() > 0) {
            LOG.info("source {}: {} new, {} corrected", gathered.source(), gathered.created(), gathered.corrected());
        }
        return gathered;
    }

    private static void tellFailure(Claim claim, Outcome.Failed failed, Instant due) {
        if (!failed.reason().equals(claim.problem())) {
            LOG.warn("source {}: {}; next attempt at {}", claim.key(), failed.reason(), due);
        }
    }
}
