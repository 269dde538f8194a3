package fi.tiedote.delivery;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Carries letters to one relay over one connection: claims a batch, hands it over letter by letter, records the results. */
class Courier {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    /** What a courier gets who waits for nothing but others: it has work, and there may be none for it now. */
    static final int HELD_UP = -1;

    private final Post post;
    private final String relay;
    private final Queue queue;
    private final Results results;
    private final Plates plates;
    private final Handover handover;
    private final Journal journal;
    private final Notes notes;
    private final Lease lease;
    private final Recalls recalls;
    private final Outbound outbound;
    private final Bell bell;
    private final Portion portion = new Portion();
    private final List<Settled> carried = new ArrayList<>();
    /** So many of them other nodes see already. */
    private int told;

    Courier(
            Post post,
            Queue queue,
            Results results,
            Plates plates,
            Handover handover,
            Journal journal,
            Notes notes,
            Lease lease,
            Recalls recalls,
            Outbound outbound,
            Bell bell) {
        this.post = post;
        this.relay = post.relay().toString();
        this.queue = queue;
        this.results = results;
        this.plates = plates;
        this.handover = handover;
        this.journal = journal;
        this.notes = notes;
        this.lease = lease;
        this.recalls = recalls;
        this.outbound = outbound;
        this.bell = bell;
    }

    /**
     * One batch.
     *
     * @return how many letters there were to carry, or {@link #HELD_UP}
     * @throws RelayTrouble when the relay cannot be used now; the letters are back in the queue then
     */
    int round() throws RelayTrouble {
        var term = lease.term();
        if (!lease.isHeld(term)) {
            return 0;
        }
        var wish = post.allowed(share());
        var granted = wish == 0 ? 0 : post.gate().grant(wish);
        return granted == 0 ? HELD_UP : round(granted, term);
    }

    private int round(int most, int term) throws RelayTrouble {
        var before = carried.size();
        List<Letter> letters = List.of();
        try {
            letters = recalls.hold(() -> queue.claim(lease.node(), relay, most));
            post.scales().took(post.relay(), letters.size());
            var begin = System.nanoTime();
            var offered = carryAll(letters, term);
            portion.learn(letters.size(), Duration.ofNanos(System.nanoTime() - begin));
            post.gate().giveBack(most - offered);
        } catch (RelayTrouble | DataAccessException e) {
            post.gate().giveBack(most - Math.max(0, carried.size() - before));
            throw e;
        }
        return letters.size();
    }

    /** Those who are ahead of their share give the others a moment, and no more: they may have nothing to do. */
    private int share() {
        var share = post.scales().share(post.relay(), portion.letters());
        if (share == 0) {
            bell.pause(Duration.ofMillis(50));
            share = Math.max(post.scales().share(post.relay(), portion.letters()), Portion.FEW);
        }
        return share;
    }

    /** @return how many were offered to the relay */
    private int carryAll(List<Letter> letters, int term) throws RelayTrouble {
        var round = new Round(letters, post, recalls);
        var letter = round.next();
        var offered = 0;
        try {
            while (letter != null && !bell.isOver() && lease.isHeld(term)) {
                var next = bell.isOver() ? null : round.next();
                carry(letter, next);
                round.carried(letter);
                letter = next;
                offered++;
            }
        } catch (RelayTrouble | RuntimeException e) {
            finish(letters, round);
            throw e;
        }
        finish(letters, round);
        return offered;
    }

    private void finish(List<Letter> letters, Round round) {
        record(round.end());
        recalls.letGo(letters);
    }

    private void carry(Letter letter, @Nullable Letter next) throws RelayTrouble {
        if (recalls.contains(letter)) {
            return;
        }
        var outcome = handover.hand(letter, plates.of(letter), next == null || recalls.contains(next) ? null : next);
        carried.add(new Settled(letter, outcome));
        if (outcome instanceof Outcome.Accepted && !notes.accepted(letter)) {
            settleNow();
        }
        post.manners().learn(letter, outcome);
        tellOthers();
    }

    /** Another node would not find our journal: what it may take over must be in the database before the next letter. */
    private void tellOthers() {
        if (!lease.isAlone()) {
            try {
                results.settleSoon(relay, carried.subList(told, carried.size()));
                told = carried.size();
            } catch (DataAccessException away) {
                LOG.debug("recorded with the batch", away);
            }
        }
    }

    /** The only note of it: while the database is away as well, the next letter waits. */
    private void settleNow() {
        while (!bell.isOver()) {
            try {
                results.settle(relay, carried);
                return;
            } catch (DataAccessException away) {
                LOG.warn("{} results wait for the database ({})", carried.size(), away.getMessage());
                bell.pause(Duration.ofSeconds(1));
            }
        }
    }

    /** Does not give up while the database is away: until it is told, the journal knows. */
    private void record(List<Returned> rest) {
        while (!carried.isEmpty() || !rest.isEmpty()) {
            try {
                results.settle(relay, carried);
                queue.handBack(relay, rest);
                post.manners().reconsider(carried);
                clearJournal();
                outbound.report(carried);
                carried.clear();
                told = 0;
                return;
            } catch (DataAccessException e) {
                if (bell.isOver()) {
                    return;
                }
                LOG.warn("{} results wait for the database ({})", carried.size(), e.getMessage());
                bell.pause(Duration.ofSeconds(1));
            }
        }
    }

    /** What stays in it is settled already, and the attempt of each letter keeps it from being settled twice. */
    private void clearJournal() {
        try {
            journal.clear();
        } catch (IOException e) {
            LOG.warn("the journal in data/courier cannot be cleared: {}", e.getMessage());
        }
    }
}
