package fi.tiedote.feed;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Calls one host after another for what is due there; who says nothing is left alone for a while. */
@Component
class Hub {
    private static final int BATCH = 5;

    /** For a host that stayed silent once, twice, …; the last for ever. */
    private static final List<Duration> RESTS =
            List.of(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofHours(1));

    /** Who takes longer over a turn waits as long for the next one: slow hosts get half of the couriers' time at most. */
    private static final Duration SLOW = Duration.ofSeconds(5);

    private final HubHosts hosts;
    private final HubWishes wishes;
    private final HubLedger ledger;
    private final HubQuestions questions;
    private final HubDeliveries deliveries;
    private final Duration claim;
    private final Clock clock;

    Hub(
            HubHosts hosts,
            HubWishes wishes,
            HubLedger ledger,
            HubQuestions questions,
            HubDeliveries deliveries,
            HubSettings settings,
            Clock clock) {
        this.hosts = hosts;
        this.wishes = wishes;
        this.ledger = ledger;
        this.questions = questions;
        this.deliveries = deliveries;
        this.claim = settings.deadline().multipliedBy(2 * BATCH + 1);
        this.clock = clock;
    }

    /** @return whether there may be more to do at once */
    boolean round() {
        var begun = clock.instant();
        var turn = hosts.claim(begun, begun.plus(claim));
        turn.ifPresent(mine -> free(mine, begun, call(mine, begun)));
        return turn.isPresent();
    }

    /** @return whether it stayed silent */
    private boolean call(HubTurn turn, Instant begun) {
        var silent = false;
        for (var intent : wishes.claim(turn, begun, begun.plus(claim), BATCH)) {
            if (silent) {
                wishes.putBack(intent, clock.instant());
            } else {
                silent = questions.ask(intent).isSilence();
                wishes.forget(intent);
            }
        }
        return silent || push(turn, begun);
    }

    private boolean push(HubTurn turn, Instant begun) {
        var silent = false;
        for (var push : ledger.claim(turn, begun, begun.plus(claim), BATCH)) {
            if (silent) {
                ledger.putBack(push, clock.instant());
            } else {
                silent = deliveries.push(push).map(HubLine.Answer::isSilence).orElse(false);
            }
        }
        return silent;
    }

    private void free(HubTurn turn, Instant begun, boolean silent) {
        var now = clock.instant();
        if (silent) {
            hosts.free(turn, turn.silences() + 1, now.plus(RESTS.get(Math.min(turn.silences(), RESTS.size() - 1))));
        } else {
            var taken = Duration.between(begun, now);
            hosts.free(turn, 0, taken.compareTo(SLOW) > 0 ? now.plus(taken) : now);
        }
    }
}
