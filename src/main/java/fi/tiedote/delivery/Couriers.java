package fi.tiedote.delivery;

import fi.tiedote.database.Notifications;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** The couriers of this node: a thread for each connection that a relay allows, and one that renews their lease. */
@Component
class Couriers implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Couriers.class);
    private static final Duration GRACE = Duration.ofSeconds(12);
    /** To note, when nothing more can come, that the letters on the wire are in doubt. */
    private static final Duration FAREWELL = Duration.ofSeconds(4);

    private final Queue queue;
    private final Results results;
    private final Relays relays;
    private final Equipment equipment;
    private final Lease lease;
    private final Recalls recalls;
    private final Path journals;
    private final Duration renewal;
    private final Doubts doubts;
    private final boolean idle;
    private final Bell bell = new Bell();
    private final List<Thread> threads = new ArrayList<>();
    private final List<Shift> shifts = new CopyOnWriteArrayList<>();
    private volatile boolean running;

    Couriers(
            Queue queue,
            Results results,
            Relays relays,
            Equipment equipment,
            DeliverySettings settings,
            Notifications notifications,
            @Value("${tiedote.idle:false}") boolean idle) {
        this.queue = queue;
        this.results = results;
        this.relays = relays;
        this.equipment = equipment;
        this.lease = new Lease(queue, settings.delivery().lease());
        this.recalls = new Recalls(queue, lease, notifications);
        this.journals = settings.data().resolve("courier");
        this.renewal = settings.delivery().lease().dividedBy(4);
        this.doubts = settings.delivery().inDoubt();
        this.idle = idle;
        notifications.on("letter", payload -> bell.ring(threads.size()));
        notifications.on("courier_node", payload -> lease.lookAround());
    }

    @Override
    public boolean isAutoStartup() {
        return !idle;
    }

    @Override
    public void start() {
        running = true;
        settleWhatWasLeft();
        if (lease.renew()) {
            queue.announce(lease.node());
        }
        equipment.refresh();
        begin("courier-lease", this::keepLease);
        for (var relay : relays.all()) {
            for (var connection = 1; connection <= relay.connections(); connection++) {
                var number = threads.size();
                var shift = shift(relay, number);
                shifts.add(shift);
                begin("courier-" + relay + "-" + number, shift);
            }
        }
    }

    /**
     * Lets each courier finish the letter in its hands; the rest of its batch goes back to the queue. Where the relay does
     * not answer in time, that letter is in doubt.
     */
    @Override
    public void stop() {
        running = false;
        bell.ringTheEnd(threads.size());
        joinAll(GRACE);
        shifts.forEach(Shift::cut);
        joinAll(FAREWELL);
        threads.clear();
        shifts.clear();
        try {
            queue.endLease(lease.node());
        } catch (DataAccessException away) {
            LOG.warn("the database is away; letters in hand return when the lease has run out");
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** What processes on this machine had noted when they died, and what they had claimed. */
    private void settleWhatWasLeft() {
        try {
            var abandoned = Journal.abandoned(journals);
            for (var journal : abandoned) {
                results.settleLeft(journal.entries(), doubts);
            }
            // Only now: a node has a journal for each courier, and what one of them notes is no letter to give back.
            for (var journal : abandoned) {
                var back = queue.endLease(journal.node());
                LOG.info("settled the journal of a node that died; {} letters are back in the queue", back);
                journal.delete();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(journals + " must be readable and writable", e);
        }
    }

    private Shift shift(Relay relay, int number) {
        try {
            var journal = Journal.open(journals, lease.node(), number);
            return equipment.shift(relay, journal, lease, recalls, bell);
        } catch (IOException e) {
            throw new UncheckedIOException(journals + " must be writable", e);
        }
    }

    private void keepLease() {
        while (running) {
            bell.pause(renewal);
            shifts.forEach(Shift::cutIfStuck);
            equipment.refresh();
            try {
                if (running && lease.renew()) {
                    recalls.returnStrays();
                    if (queue.takeBack() > 0) {
                        bell.ring(threads.size());
                    }
                }
            } catch (DataAccessException away) {
                LOG.debug("the database is away", away);
            }
        }
    }

    private void begin(String name, Runnable work) {
        var thread = new Thread(work, name);
        threads.add(thread);
        thread.start();
    }

    private void joinAll(Duration time) {
        var end = System.nanoTime() + time.toNanos();
        for (var thread : threads) {
            join(thread, Math.max(1, (end - System.nanoTime()) / 1_000_000));
        }
    }

    private static void join(Thread thread, long millis) {
        try {
            thread.join(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
