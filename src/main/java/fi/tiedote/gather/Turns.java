package fi.tiedote.gather;

import fi.tiedote.reading.Wishes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Keeps count of who looks at which source, when the next look is due, and what the log shall say of it. */
@Component
class Turns {
    private static final int LONGEST_PROBLEM = 500;
    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);

    private final Sources sources;
    private final Claims claims;
    private final Docket docket;
    private final Settling settling;
    private final Turnstile turnstile;
    private final Hosts hosts;
    private final Pushes pushes;
    private final PushRound round;
    private final SourceList list;
    private final Node node;
    private final GatherSettings settings;
    private final Clock clock;
    private final Pace pace = new Pace();
    private final StateNews news = new StateNews();

    Turns(
            Sources sources,
            Claims claims,
            Docket docket,
            Settling settling,
            Turnstile turnstile,
            Hosts hosts,
            Pushes pushes,
            PushRound round,
            SourceList list,
            Node node,
            GatherSettings settings,
            Clock clock) {
        this.sources = sources;
        this.claims = claims;
        this.docket = docket;
        this.settling = settling;
        this.turnstile = turnstile;
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
        var now = clock.instant();
        list.sources().forEach(source -> sources.register(source, now));
        var folders = list.sources().stream()
                .filter(source -> source.kind() == SourceSettings.Kind.FOLDER)
                .map(SourceSettings::key)
                .toList();
        sources.hurryAll(folders, now);
        docket.open();
        hosts.forgetOld();
    }

    Optional<Claim> claim(SourceSettings source) {
        settling.flush();
        sources.register(source, clock.instant());
        return claims.of(source.key(), node.name(), clock.instant(), settings.lease());
    }

    /** One that is due, at a host that nobody is asking now; whoever gets it must leave it afterwards. */
    Optional<Claim> claimDue() {
        if (docket.isEmpty()) {
            rest();
        }
        return docket.next();
    }

    /** Whether others would find something to do. */
    boolean isMore() {
        return docket.isMore();
    }

    /** What is due is settled with those that come after it, where some do. */
    void leave(SourceSettings source) {
        docket.done(source.key());
        if (settling.isFull() || docket.isEmpty()) {
            rest();
        }
    }

    /** Brings to the database what it has not heard yet. */
    void rest() {
        settling.flush();
        turnstile.giveBack();
    }

    /** Nothing more is begun. */
    void close() {
        docket.close();
        rest();
    }

    Heartbeat heartbeat(Claim claim) {
        return new Heartbeat(claim, claims, settings.lease(), clock);
    }

    /** What the database is too far away to hear is told it before the next claim. */
    Instant settle(SourceSettings source, Claim claim, Outcome outcome, String reading, Harvest harvest) {
        var due = clock.instant();
        if (outcome instanceof Outcome.Failed failed) {
            due = failed(source, claim, failed);
        } else if (outcome instanceof Outcome.Read read) {
            due = read(source, claim, read, reading, harvest);
        }
        if (claim.turn() == null) {
            settling.flush();
        }
        return due;
    }

    /** A failure that is ours leaves the source due, and its state as it is. */
    void settle(SourceSettings source, Claim claim, RuntimeException failure, Harvest harvest) {
        if (Settling.isAway(failure)) {
            settling.add(new Settlement.Undone(claim.key(), claim.attempt()));
        } else {
            settle(source, claim, Outcome.Failed.by(failure), "", harvest);
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
        settling.add(new Settlement.Failure(claim.key(), claim.attempt(), due, now, shown.word(), problem));
        news.failed(source, claim, shown, problem, due);
        return due;
    }

    private Instant read(SourceSettings source, Claim claim, Outcome.Read read, String reading, Harvest harvest) {
        var now = clock.instant();
        var isNew = harvest.created() + harvest.corrected() > 0;
        var state = new Diagnosis(source, claim.past(), now)
                .of(harvest.tally(), isNew, read.progress().complete());
        if (isMissed(claim, isNew)) {
            pushes.works(source.key(), false);
        }
        var due = read.soon() ? pace.soon(now) : pace.afterSuccess(source, signs(claim, read, harvest, now), now);
        settling.add(Settlement.Success.of(claim, read, new Outcome.Next(due, reading, state), harvest, now));
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
        claims.free(claim.key(), claim.attempt());
    }

    /** It is due now. */
    void hurry(String source) {
        sources.hurryAll(List.of(source), clock.instant());
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
                claim.pushed() && !isMissed(claim, isNew));
    }

    /** Whether the hub should have told what was found here. */
    private static boolean isMissed(Claim claim, boolean isNew) {
        return claim.pushed() && isNew && claim.announces();
    }

    Gathered told(Gathered gathered) {
        if (gathered.created() + gathered.corrected() > 0) {
            LOG.info("source {}: {} new, {} corrected", gathered.source(), gathered.created(), gathered.corrected());
        }
        return gathered;
    }
}
