package fi.tiedote.delivery;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Carries letters to one relay over one connection: claims a batch, hands it over letter by letter, records the results. */
class Courier {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

    private final Queue queue;
    private final Plates plates;
    private final Handover handover;
    private final Journal journal;
    private final Lease lease;
    private final Recalls recalls;
    private final Outbound outbound;
    private final Bell bell;
    private final Portion portion = new Portion();
    private final List<Settled> results = new ArrayList<>();
    private boolean journalFails;

    Courier(
            Queue queue,
            Plates plates,
            Handover handover,
            Journal journal,
            Lease lease,
            Recalls recalls,
            Outbound outbound,
            Bell bell) {
        this.queue = queue;
        this.plates = plates;
        this.handover = handover;
        this.journal = journal;
        this.lease = lease;
        this.recalls = recalls;
        this.outbound = outbound;
        this.bell = bell;
    }

    /**
     * One batch.
     *
     * @return how many letters there were to carry
     * @throws RelayTrouble when the relay cannot be used now; the letters are back in the queue then
     */
    int round() throws RelayTrouble {
        var term = lease.term();
        if (!lease.isHeld(term)) {
            return 0;
        }
        var letters = recalls.hold(() -> queue.claim(lease.node(), portion.letters()));
        var begin = System.nanoTime();
        carryAll(letters, term);
        portion.learn(letters.size(), Duration.ofNanos(System.nanoTime() - begin));
        return letters.size();
    }

    private void carryAll(List<Letter> letters, int term) throws RelayTrouble {
        var carried = 0;
        try {
            for (; carried < letters.size() && !bell.isOver() && lease.isHeld(term); carried++) {
                carry(letters, carried);
            }
        } finally {
            var rest = letters.subList(carried, letters.size());
            recalls.letGo(letters);
            record(rest);
        }
    }

    private void carry(List<Letter> letters, int index) throws RelayTrouble {
        var letter = letters.get(index);
        if (recalls.contains(letter)) {
            return;
        }
        var next = index + 1 < letters.size() && !bell.isOver() ? letters.get(index + 1) : null;
        var outcome = handover.hand(letter, plates.of(letter), next == null || recalls.contains(next) ? null : next);
        results.add(new Settled(letter, outcome));
        if (outcome instanceof Outcome.Accepted) {
            note(letter);
        }
        tellOthers();
    }

    /** Another node would not find our journal: what it may take over must be in the database before the next letter. */
    private void tellOthers() {
        if (!lease.isAlone()) {
            try {
                queue.settleSoon(results.subList(results.size() - 1, results.size()));
            } catch (DataAccessException away) {
                LOG.debug("recorded with the batch", away);
            }
        }
    }

    private void note(Letter letter) {
        try {
            journal.accepted(letter);
            journalFails = false;
        } catch (IOException e) {
            if (!journalFails) {
                LOG.error(
                        "the journal in data/courier cannot be written ({}): is the disk full? Until then, the database is"
                                + " told of each letter",
                        e.getMessage());
            }
            journalFails = true;
            settleNow();
        }
    }

    /** The only note of it: while the database is away as well, the next letter waits. */
    private void settleNow() {
        while (!bell.isOver()) {
            try {
                queue.settle(results);
                return;
            } catch (DataAccessException away) {
                LOG.warn("{} results wait for the database ({})", results.size(), away.getMessage());
                bell.pause(Duration.ofSeconds(1));
            }
        }
    }

    /** Does not give up while the database is away: until it is told, the journal knows. */
    private void record(List<Letter> rest) {
        while (!results.isEmpty() || !rest.isEmpty()) {
            try {
                queue.settle(results);
                queue.handBack(rest);
                clearJournal();
                outbound.report(results);
                results.clear();
                return;
            } catch (DataAccessException e) {
                if (bell.isOver()) {
                    return;
                }
                LOG.warn("{} results wait for the database ({})", results.size(), e.getMessage());
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
