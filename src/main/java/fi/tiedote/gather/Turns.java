package fi.tiedote.gather;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Keeps count of who looks at which source, when the next look is due, and what the log shall say of it. */
@Component
class Turns {
    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);

    private final Sources sources;
    private final SourceList list;
    private final Node node;
    private final GatherSettings settings;
    private final Clock clock;
    private final Pace pace = new Pace();
    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private final Set<Claim> unsettled = ConcurrentHashMap.newKeySet();

    Turns(Sources sources, SourceList list, Node node, GatherSettings settings, Clock clock) {
        this.sources = sources;
        this.list = list;
        this.node = node;
        this.settings = settings;
        this.clock = clock;
    }

    /** At the start: what an earlier run of this node left behind is free again, and every folder is due. */
    void open() {
        asked.clear();
        var now = clock.instant();
        list.sources().forEach(source -> sources.register(source, now));
        var folders = list.sources().stream()
                .filter(source -> source.kind() == SourceSettings.Kind.FOLDER)
                .map(SourceSettings::key)
                .toList();
        sources.release(node.name(), folders, now);
    }

    Optional<Claim> claim(SourceSettings source) {
        unsettled.removeIf(sources::free);
        sources.register(source, clock.instant());
        return sources.claim(source.key(), node.name(), clock.instant(), settings.lease());
    }

    /** One that is due, at a host that nobody here is asking now; whoever gets it must leave the host afterwards. */
    synchronized Optional<Claim> claimDue() {
        unsettled.removeIf(sources::free);
        var free = list.sources().stream()
                .filter(source -> !asked.contains(source.place()))
                .map(SourceSettings::key)
                .toList();
        var claim = sources.claimDue(free, node.name(), clock.instant(), settings.lease());
        claim.flatMap(claimed -> list.find(claimed.key())).ifPresent(source -> asked.add(source.place()));
        return claim;
    }

    void leave(SourceSettings source) {
        asked.remove(source.place());
    }

    Heartbeat heartbeat(Claim claim) {
        return new Heartbeat(claim, sources, settings.lease(), clock);
    }

    /** What the database is too far away to hear is told it before the next claim. */
    void settle(SourceSettings source, Claim claim, Outcome outcome, String reading) {
        try {
            if (outcome instanceof Outcome.Failed failed) {
                settle(source, claim, failed);
            } else if (outcome instanceof Outcome.Read read) {
                settle(source, claim, read, reading);
            }
        } catch (RuntimeException unheard) {
            unsettled.add(claim);
            throw unheard;
        }
    }

    private void settle(SourceSettings source, Claim claim, Outcome.Failed failed) {
        var due = pace.afterFailure(source, claim.failures() + 1, failed.notBefore(), clock.instant());
        sources.failed(claim, failed.reason(), due);
        tellFailure(claim, failed, due);
    }

    private void settle(SourceSettings source, Claim claim, Outcome.Read read, String reading) {
        var now = clock.instant();
        var next = new Outcome.Next(pace.afterSuccess(source, read.soon(), now), reading);
        sources.succeeded(claim, read, next, now);
        if (claim.failures() > 0) {
            LOG.info("source {}: readable again", claim.key());
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
