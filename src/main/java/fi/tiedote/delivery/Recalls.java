package fi.tiedote.delivery;

import fi.tiedote.database.Notifications;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;

/**
 * Letters that were cancelled while a courier had them: it looks here before it puts one on the wire. Knows of letters in
 * this node's hands only, so that it stays small. Thread-safe.
 */
class Recalls {
    private final Queue queue;
    private final Lease lease;
    private final Set<Long> held = new HashSet<>();
    private final Set<Long> recalled = new HashSet<>();
    /** Claims share it; whoever looks for claims of which nobody knows has it alone. */
    private final ReadWriteLock claiming = new ReentrantReadWriteLock();

    private int claims;
    private volatile boolean strays;

    Recalls(Queue queue, Lease lease, Notifications notifications) {
        this.queue = queue;
        this.lease = lease;
        notifications.on("recall", this::hear);
    }

    /** Claims letters, and listens for them from then on until they are let go. */
    List<Letter> hold(Supplier<List<Letter>> claim) {
        claiming.readLock().lock();
        begin();
        try {
            var letters = claim.get();
            take(letters);
            return letters;
        } catch (DataAccessException unanswered) {
            // It may have been committed all the same: nobody would carry those letters while this node lives.
            strays = true;
            throw unanswered;
        } finally {
            end();
            claiming.readLock().unlock();
        }
    }

    /** Gives back what a claim took whose answer never came. */
    void returnStrays() {
        if (!strays) {
            return;
        }
        claiming.writeLock().lock();
        try {
            queue.handBackAllBut(lease.node(), inHands());
            strays = false;
        } finally {
            claiming.writeLock().unlock();
        }
    }

    private synchronized Set<Long> inHands() {
        return Set.copyOf(held);
    }

    synchronized boolean contains(Letter letter) {
        return recalled.contains(letter.id());
    }

    synchronized void letGo(Collection<Letter> letters) {
        for (var letter : letters) {
            held.remove(letter.id());
            recalled.remove(letter.id());
        }
    }

    private synchronized void begin() {
        claims++;
    }

    private synchronized void take(Collection<Letter> letters) {
        letters.forEach(letter -> held.add(letter.id()));
    }

    private synchronized void end() {
        claims--;
        forgetStrangers();
    }

    /** An empty payload: the connection was away, and something may have been missed. */
    private void hear(String payload) {
        note(payload.isEmpty() ? queue.recalled(lease.node()) : Set.of(Long.valueOf(payload)));
    }

    private synchronized void note(Set<Long> letters) {
        recalled.addAll(letters);
        forgetStrangers();
    }

    /** What is recalled while a claim is under way may be part of that claim. */
    private void forgetStrangers() {
        if (claims == 0) {
            recalled.retainAll(held);
        }
    }
}
