package fi.tiedote.delivery;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
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
    private volatile int others;
    private volatile long heldUntil = System.nanoTime();
    private final AtomicInteger term = new AtomicInteger();

    Lease(Queue queue, Duration length) {
        this.queue = queue;
        this.length = length;
    }

    UUID node() {
        return node;
    }

    /** What is claimed in a term may be carried in that one only: when it ran out, others may have taken the letters. */
    int term() {
        return term.get();
    }

    /** With a margin of a fifth, so that we stop before others begin. */
    boolean isHeld(int since) {
        return since == term.get() && heldUntil - System.nanoTime() > length.toNanos() / 5;
    }

    /** Whether no other node would take over our letters, as far as we have heard. */
    boolean isAlone() {
        return others == 0;
    }

    /** How many nodes send, this one included. */
    int nodes() {
        return others + 1;
    }

    /** Another node came, as it said itself: it may take over what we have, long before the next renewal tells of it. */
    void lookAround() {
        others = queue.others(node);
    }

    /** @return whether the database could be asked */
    boolean renew() {
        var asked = System.nanoTime();
        try {
            queue.renewLease(node, length);
            others = queue.others(node);
            if (System.nanoTime() - heldUntil >= 0) {
                term.incrementAndGet();
            }
            heldUntil = asked + length.toNanos();
            return true;
        } catch (DataAccessException | TransactionException away) {
            return false;
        }
    }
}
