package fi.tiedote.gather;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Brings what looks left to the table, many at once. What the database is too far away to hear waits here; what ends with
 * the process is looked at again when its lease has run out. Safe to call from any thread.
 */
@Component
class Settling {
    private static final Logger LOG = LoggerFactory.getLogger(Settling.class);
    private static final int MOST = 64;

    private final Settlements settlements;
    private final Claims claims;
    private final ConcurrentLinkedQueue<Settlement> looks = new ConcurrentLinkedQueue<>();

    Settling(Settlements settlements, Claims claims) {
        this.settlements = settlements;
        this.claims = claims;
    }

    void add(Settlement look) {
        looks.add(look);
    }

    boolean isFull() {
        return looks.size() >= MOST;
    }

    /** When it returns, all that were added before are in the table. */
    synchronized void flush() {
        for (var batch = next(); !batch.isEmpty(); batch = next()) {
            try {
                write(batch);
            } catch (DataAccessException failed) {
                if (isAway(failed)) {
                    looks.addAll(batch);
                    throw failed;
                }
                batch.forEach(this::writeAlone);
            }
        }
    }

    /** Whether the database is too far away, which is the fault of no source. */
    static boolean isAway(RuntimeException failed) {
        return failed instanceof TransactionException
                || failed instanceof NonTransientDataAccessResourceException
                || (failed instanceof DataAccessException && !(failed instanceof NonTransientDataAccessException));
    }

    /** In one order for all who settle, so that no two wait for each other. */
    private List<Settlement> next() {
        var batch = new ArrayList<Settlement>();
        for (var look = looks.poll(); look != null; look = batch.size() < MOST ? looks.poll() : null) {
            batch.add(look);
        }
        batch.sort(Comparator.comparing(Settlement::key));
        return batch;
    }

    private void write(List<Settlement> batch) {
        var read = only(batch, Settlement.Success.class);
        var failed = only(batch, Settlement.Failure.class);
        only(batch, Settlement.Undone.class).forEach(look -> claims.free(look.key(), look.attempt()));
        if (!read.isEmpty()) {
            settlements.succeeded(read);
        }
        if (!failed.isEmpty()) {
            settlements.failed(failed);
        }
    }

    /** One that the table does not take must not keep the others from it. */
    private void writeAlone(Settlement look) {
        try {
            write(List.of(look));
        } catch (NonTransientDataAccessException refused) {
            LOG.warn(
                    "source {}: its look cannot be written down, it is looked at again: {}",
                    look.key(),
                    refused.getMessage());
            claims.free(look.key(), look.attempt());
        }
    }

    private static <T extends Settlement> List<T> only(List<Settlement> batch, Class<T> kind) {
        return batch.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
