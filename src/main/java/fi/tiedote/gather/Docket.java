package fi.tiedote.gather;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The sources that this node has claimed because they are due: several at once, with the turns at their hosts, and one of
 * each host. Safe to call from any thread.
 */
@Component
class Docket {
    private static final int MOST = 32;

    private final Claims claims;
    private final Sources sources;
    private final Turnstile turnstile;
    private final Map<String, SourceSettings> list;
    private final Node node;
    private final GatherSettings settings;
    private final Clock clock;
    private final ArrayDeque<Claim> waiting = new ArrayDeque<>();
    private final Set<String> strangers = new HashSet<>();
    private final Set<String> asked = new HashSet<>();
    private boolean isMore;

    Docket(
            Claims claims,
            Sources sources,
            Turnstile turnstile,
            SourceList list,
            Node node,
            GatherSettings settings,
            Clock clock) {
        this.claims = claims;
        this.sources = sources;
        this.turnstile = turnstile;
        this.list = list.byKey();
        this.node = node;
        this.settings = settings;
        this.clock = clock;
    }

    synchronized void open() {
        waiting.clear();
        asked.clear();
        claims.freeAll(node.name());
        strangers.clear();
        strangers.addAll(sources.strangersTo(list.keySet()));
    }

    /** One that is due; whoever gets it says when it is {@linkplain #done done}. */
    synchronized Optional<Claim> next() {
        if (waiting.isEmpty()) {
            fill();
        }
        for (var claim = waiting.poll(); claim != null; claim = waiting.poll()) {
            if (isHeld(claim)) {
                return Optional.of(claim);
            }
            done(claim.key());
        }
        return Optional.empty();
    }

    /** Whether somebody else would find something to do. */
    synchronized boolean isMore() {
        return isMore || !waiting.isEmpty();
    }

    synchronized boolean isEmpty() {
        return waiting.isEmpty();
    }

    synchronized void done(String key) {
        Optional.ofNullable(list.get(key)).map(SourceSettings::place).ifPresent(place -> {
            asked.remove(place);
            turnstile.done(place);
        });
    }

    /** Those that nobody has begun are anybody's again. */
    synchronized void close() {
        for (var claim = waiting.poll(); claim != null; claim = waiting.poll()) {
            claims.free(claim.key(), claim.attempt());
            done(claim.key());
        }
    }

    /** Those that failed come behind the others. */
    private void fill() {
        fill(false, MOST);
        if (waiting.size() < MOST) {
            fill(true, MOST - waiting.size());
        }
        isMore = waiting.size() == MOST;
    }

    private void fill(boolean all, int most) {
        var now = clock.instant();
        var terms = new Claims.Terms(
                node.name(), now.plus(settings.lease()), turnstile.hold().plus(HeldTurns.USABLE));
        var due = claims.due(new Claims.Except(strangers, asked), terms, all, most, now);
        due.stream().sorted(Comparator.comparing(claim -> claim.failures() > 0)).forEach(this::take);
    }

    private void take(Claim claim) {
        var source = list.get(claim.key());
        if (source == null) {
            strangers.add(claim.key());
            claims.free(claim.key(), claim.attempt());
            return;
        }
        asked.add(source.place());
        if (claim.turn() != null) {
            turnstile.hold(source.place(), claim.turn());
        }
        waiting.add(claim);
    }

    /** One that has waited here for long may be another's by now. */
    private boolean isHeld(Claim claim) {
        var now = clock.instant();
        var fresh = claim.until().minus(settings.lease().multipliedBy(3).dividedBy(4));
        return now.isBefore(fresh) || claims.renew(claim, now.plus(settings.lease()));
    }
}
