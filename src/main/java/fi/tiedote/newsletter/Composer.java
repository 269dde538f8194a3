package fi.tiedote.newsletter;

import fi.tiedote.database.Notifications;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Writes alerts as soon as a release is published, and looks now and then in case nobody called. */
@Component
class Composer implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Composer.class);
    private static final Duration LOOK = Duration.ofSeconds(10);
    /** The language versions of a release come one after the other; who reads Swedish shall get the Swedish one. */
    private static final Duration COMPANY = Duration.ofMillis(300);

    private final Alerts alerts;
    private final boolean idle;
    private final Semaphore calls = new Semaphore(0);
    private String trouble = "";
    private volatile @Nullable Thread thread;

    Composer(Alerts alerts, Notifications notifications, @Value("${tiedote.idle:false}") boolean idle) {
        this.alerts = alerts;
        this.idle = idle;
        notifications.on("release", payload -> calls.release());
    }

    @Override
    public boolean isAutoStartup() {
        return !idle;
    }

    @Override
    public void start() {
        var composing = new Thread(this::compose, "composer");
        thread = composing;
        composing.start();
    }

    @Override
    public void stop() {
        var composing = thread;
        thread = null;
        calls.release();
        try {
            if (composing != null) {
                composing.join(Duration.ofSeconds(10).toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void compose() {
        try {
            while (isRunning()) {
                write();
                if (calls.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                    Thread.sleep(COMPANY.toMillis());
                    calls.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A template with a mistake, or a database that is away, delays letters and loses none: it is told once. */
    private void write() {
        try {
            alerts.write();
            trouble = "";
        } catch (RuntimeException e) {
            var now = String.valueOf(e.getMessage());
            if (!now.equals(trouble)) {
                LOG.error("alerts wait: {}", now);
            }
            trouble = now;
        }
    }
}
