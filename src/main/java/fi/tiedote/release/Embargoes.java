package fi.tiedote.release;

import fi.tiedote.database.Notifications;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Sleeps until the next embargo ends, on every node; whoever wakes first publishes. */
@Component
class Embargoes implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Embargoes.class);
    /** How long to sleep at most: notifications may be lost. */
    private static final Duration LOOK = Duration.ofSeconds(10);

    private final NewsDesk desk;
    private final Clock clock;
    private final boolean idle;
    private final Semaphore calls = new Semaphore(0);
    private String trouble = "";
    private volatile @Nullable Thread thread;

    Embargoes(NewsDesk desk, Clock clock, Notifications notifications, @Value("${tiedote.idle:false}") boolean idle) {
        this.desk = desk;
        this.clock = clock;
        this.idle = idle;
        notifications.on("embargo", payload -> calls.release());
    }

    @Override
    public boolean isAutoStartup() {
        return !idle;
    }

    @Override
    public void start() {
        var waiting = new Thread(this::await, "embargoes");
        waiting.setDaemon(true);
        thread = waiting;
        waiting.start();
    }

    @Override
    public void stop() {
        var waiting = thread;
        thread = null;
        calls.release();
        try {
            if (waiting != null) {
                waiting.join(LOOK.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void await() {
        try {
            while (isRunning()) {
                if (calls.tryAcquire(pause().toMillis(), TimeUnit.MILLISECONDS)) {
                    calls.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Publishes what is due. A database that is away for a while must not fill the log. */
    private Duration pause() {
        try {
            desk.publishDue();
            var now = clock.instant();
            var next = desk.nextEmbargo(now.plus(LOOK)).map(moment -> Duration.between(now, moment));
            trouble = "";
            // A fraction of a millisecond would be none, and then it would not be due yet.
            return next.map(pause -> pause.plusMillis(1)).orElse(LOOK);
        } catch (RuntimeException failed) {
            var reason = String.valueOf(failed.getMessage());
            if (!reason.equals(trouble)) {
                LOG.warn("embargoes could not be looked at: {}", reason);
            }
            trouble = reason;
            return Duration.ofSeconds(1);
        }
    }
}
