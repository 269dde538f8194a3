package fi.tiedote.feed;

import fi.tiedote.database.Notifications;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Goes round for the hub when somebody calls, and now and then for what was postponed or left by another node. */
@Component
class HubCourier implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(HubCourier.class);
    private static final int COURIERS = 6;
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Duration UNUSED = Duration.ofHours(1);

    private final Hub hub;
    private final HubLedger ledger;
    private final HubHosts hosts;
    private final Clock clock;
    private final boolean idle;
    private final Semaphore calls = new Semaphore(0);
    private volatile boolean changed;
    private volatile List<Thread> threads = List.of();

    /** @param hub its editions were told of a change before us, so that nobody pushes what is old */
    HubCourier(
            Hub hub,
            HubLedger ledger,
            HubHosts hosts,
            Notifications notifications,
            Clock clock,
            @Value("${tiedote.idle:false}") boolean idle) {
        this.hub = hub;
        this.ledger = ledger;
        this.hosts = hosts;
        this.clock = clock;
        this.idle = idle;
        notifications.on("hub", any -> call());
        notifications.on("release", any -> {
            changed = true;
            call();
        });
    }

    /** Calls that nobody has heard yet do not add up. */
    private void call() {
        calls.release(Math.max(0, COURIERS - calls.availablePermits()));
    }

    @Override
    public boolean isAutoStartup() {
        return !idle;
    }

    @Override
    public void start() {
        threads = IntStream.rangeClosed(1, COURIERS)
                .mapToObj(number -> new Thread(this::work, "hub-" + number))
                .toList();
        threads.forEach(thread -> thread.setDaemon(true));
        threads.forEach(Thread::start);
    }

    /** A call under way ends by its deadline or with the process; its claim returns by itself. */
    @Override
    public void stop() {
        threads = List.of();
        call();
    }

    @Override
    public boolean isRunning() {
        return !threads.isEmpty();
    }

    private void work() {
        try {
            while (isRunning()) {
                if (!round()) {
                    calls.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean round() {
        try {
            if (changed) {
                changed = false;
                ledger.releasesChanged(clock.instant());
                hosts.forget(clock.instant().minus(UNUSED));
            }
            return hub.round();
        } catch (RuntimeException e) {
            changed = true;
            LOG.warn("hub: the round failed: {}", e.getMessage());
            return false;
        }
    }
}
