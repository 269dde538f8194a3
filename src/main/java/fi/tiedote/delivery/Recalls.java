package fi.tiedote.delivery;

import fi.tiedote.database.Notifications;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Letters that were cancelled while a courier had them: it looks here before it puts one on the wire. */
class Recalls {
    private final Queue queue;
    private final Lease lease;
    private final Set<Long> recalled = ConcurrentHashMap.newKeySet();

    Recalls(Queue queue, Lease lease, Notifications notifications) {
        this.queue = queue;
        this.lease = lease;
        notifications.on("recall", this::hear);
    }

    boolean contains(Letter letter) {
        return recalled.contains(letter.id());
    }

    void forget(Letter letter) {
        recalled.remove(letter.id());
    }

    /** An empty payload: the connection was away, and something may have been missed. */
    private void hear(String payload) {
        if (payload.isEmpty()) {
            recalled.addAll(queue.recalled(lease.node()));
        } else {
            recalled.add(Long.valueOf(payload));
        }
    }
}
