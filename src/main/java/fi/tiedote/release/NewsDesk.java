package fi.tiedote.release;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Takes in drafts, publishes what may be published, withdraws what must go. */
@Service
public class NewsDesk {
    private static final Logger LOG = LoggerFactory.getLogger(NewsDesk.class);
    private static final int BATCH = 100;

    private final Releases releases;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final Filing filing;

    public NewsDesk(Releases releases, TransactionOperations transactions, Clock clock) {
        this.releases = releases;
        this.transactions = transactions;
        this.clock = clock;
        this.filing = releases.filing();
    }

    /** Keeps one draft as {@link #keepAll} does. */
    public Kept keep(Draft draft) {
        return keepAll(List.of(draft)).get(0);
    }

    /**
     * Keeps drafts, sanitised, in a transaction of their own: all of them, or none. The same draft again changes nothing;
     * another text under the same source, item and language is a correction. What was withdrawn stays so.
     *
     * @param drafts a few, in the order in which they shall be published
     * @return what became of each, in the same order
     */
    public List<Kept> keepAll(List<Draft> drafts) {
        var manuscripts = drafts.stream().map(Manuscript::new).toList();
        return transactions.execute(transaction -> new Intake(filing, manuscripts, clock.instant()).take());
    }

    /** @return whether it was there to be withdrawn */
    public boolean withdraw(long id) {
        return transactions.execute(transaction -> {
            var withdrawn = filing.withdraw(id, clock.instant());
            if (withdrawn) {
                filing.tell(List.of(id));
                LOG.info("release {} withdrawn", id);
            }
            return withdrawn;
        });
    }

    /** When the next embargo ends, of those that end up to a moment. */
    Optional<Instant> nextEmbargo(Instant upTo) {
        return releases.nextEmbargo(upTo);
    }

    /** Publishes the releases whose embargo has ended. */
    void publishDue() {
        var due = transactions.execute(transaction -> {
            var ended = filing.embargoesThatEnded(clock.instant(), BATCH);
            if (!ended.isEmpty()) {
                filing.place(ended, clock.instant());
                filing.tell(ended);
                ended.forEach(id -> LOG.info("release {} published", id));
            }
            return ended.size();
        });
        if (due == BATCH) {
            publishDue();
        }
    }
}
