package fi.tiedote.gather;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Keeps count of who looks at which source, when the next look is due, and what the log shall say of it. */
@Component
class Turns {
    private static final int LONGEST_PROBLEM = 500;
    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);

    private final Sources sources;
    private final Hosts hosts;
    private final Pushes pushes;
    private final PushRound round;
    private final SourceList list;
    private final Node node;
    private final GatherSettings settings;
    private final Clock clock;
    private final Pace pace = new Pace();
    private final StateNews news = new StateNews();
    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private final Set<Claim> unsettled = ConcurrentHashMap.newKeySet();

    Turns(
            Sources sources,
            Hosts hosts,
            Pushes pushes,
            PushRound round,
            SourceList list,
            Node node,
            GatherSettings settings,
            Clock clock) {
        this.sources = sources;
        this.hosts = hosts;
        this.pushes = pushes;
        this.round = round;
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
        hosts.forgetOld();
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
    Instant settle(SourceSettings source, Claim claim, Outcome outcome, String reading, Harvest harvest) {
        try {
            if (outcome instanceof Outcome.Failed failed) {
                return failed(source, claim, failed);
            }
            return outcome instanceof Outcome.Read read ? read(source, claim, read, reading, harvest) : clock.instant();
        } catch (RuntimeException unheard) {
            unsettled.add(claim);
            throw unheard;
        }
    }

    /** Where a redirect led may be gone while the source is not. */
    private Instant failed(SourceSettings source, Claim claim, Outcome.Failed failed) {
        var now = clock.instant();
        var moved = claim.movedTimes() >= FeedSource.BELIEVED;
        var due = moved ? pace.soon(now) : pace.afterFailure(source, claim.failures() + 1, failed.notBefore(), now);
        var state = Diagnosis.of(failed);
        var shown = moved && state == SourceState.STOPPED ? SourceState.FAILING : state;
        var reason = failed.reason().replaceAll("[\\p{Cntrl}\\s]+", " ");
        var problem = reason.length() > LONGEST_PROBLEM ? reason.substring(0, LONGEST_PROBLEM) + "…" : reason;
        sources.failed(claim, problem, shown, due, now);
        news.failed(source, claim, shown, problem, due);
        return due;
    }

    private Instant read(SourceSettings source, Claim claim, Outcome.Read read, String reading, Harvest harvest) {
        var now = clock.instant();
        var isNew = harvest.created() + harvest.corrected() > 0;
        var state = new Diagnosis(source, claim.past(), now)
                .of(harvest.tally(), isNew, read.progress().complete());
        if (isNew && claim.announces()) {
            pushes.works(source.key(), false);
        }
        var due = read.soon() ? pace.soon(now) : pace.afterSuccess(source, signs(claim, read, harvest, now), now);
        sources.succeeded(claim, read, new Outcome.Next(due, reading, state), harvest, now);
        if (read.wishes() != null) {
            round.offer(source, read.wishes());
        }
        news.read(source, claim, state, read.validators().movedTo(), harvest);
        return due;
    }

    /** Settles what a hub has pushed: it says nothing of the rest of the source, which is looked at now and then. */
    void settlePushed(SourceSettings source, Claim claim, Harvest harvest) {
        var now = clock.instant();
        pushes.works(source.key(), true);
        var signs = new Pace.Signs(
                Duration.ZERO, null, Duration.ZERO, Wishes.of(claim.past().wishes()), true);
        sources.pushed(claim, harvest, pace.afterSuccess(source, signs, now), now);
    }

    void free(Claim claim) {
        sources.free(claim);
    }

    /** It is due now. */
    void hurry(String source) {
        sources.hurry(source, clock.instant());
    }

    private Pace.Signs signs(Claim claim, Outcome.Read read, Harvest harvest, Instant now) {
        var past = claim.past();
        var isNew = harvest.created() + harvest.corrected() > 0;
        var since = past.lastNewsAt() == null ? claim.firstImportAt() : past.lastNewsAt();
        var rhythm = harvest.tally().rhythm();
        return new Pace.Signs(
                isNew || since == null ? Duration.ZERO : Duration.between(since, now),
                rhythm == null ? past.learned() : rhythm,
                read.validators().fresh(),
                read.wishes() == null ? Wishes.of(past.wishes()) : read.wishes(),
                pushes.work(claim.key(), now));
    }

    List<SourceHealth> health() {
        var rows = sources.rows(list.keys()).stream().collect(Collectors.toMap(Sources.Row::key, row -> row));
        return list.sources().stream()
                .map(source -> health(source, rows.get(source.key())))
                .toList();
    }

    private static SourceHealth health(SourceSettings source, Sources.@Nullable Row row) {
        var known = row == null ? Sources.Row.unknown(source.key()) : row;
        var state = SourceState.of(known.state());
        return new SourceHealth(
                source.key(),
                source.kind().name().toLowerCase(Locale.ROOT),
                source.address(),
                state,
                known.stateSince(),
                known.lastLookAt(),
                known.lastSuccessAt(),
                known.lastNewsAt(),
                known.lastItemAt(),
                known.items(),
                known.itemProblems(),
                known.created(),
                known.corrected(),
                known.failures(),
                known.problem(),
                Diagnosis.expected(source, known.rhythm() == null ? null : Duration.ofSeconds(known.rhythm())),
                state == SourceState.STOPPED ? null : known.nextDue());
    }

    Gathered told(Gathered gathered) {
        if (gathered.created() + gathered.corrected() > 0) {
            LOG.info("source {}: {} new, {} corrected", gathered.source(), gathered.created(), gathered.corrected());
        }
        return gathered;
    }
}
