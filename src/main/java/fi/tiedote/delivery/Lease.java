package fi.tiedote.delivery;

import java.time.Duration;
import java.util.UUID;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * This process's right to the letters that it has claimed. It ends by itself when it is not renewed in time, be it that the
 * database is away or that the process was stopped for a while: then others may have the letters.
 */
class Lease {
    private final Queue queue;
    private final Duration length;
    private final UUID node = UUID.randomUUID();
    private volatile long heldUntil = System.nanoTime();

    Lease(Queue queue, Duration length) {
        this.queue = queue;
        this.length = length;
    }

    UUID node() {
        return node;
    }

    /** With a margin of a fifth, so that we stop before others begin. */
    boolean isHeld() {
        return heldUntil - System.nanoTime() > length.toNanos() / 5;
    }

    /** @return whether the database could be asked */
    boolean renew() {
        var asked = System.nanoTime();
        try {
            queue.renewLease(node, length);
            heldUntil = asked + length.toNanos();
            return true;
        } catch (DataAccessException | TransactionException away) {
            return false;
        }
    }
}
