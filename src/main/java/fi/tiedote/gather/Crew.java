package fi.tiedote.gather;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Looks at several sources at once, so that one that is slow keeps no other waiting. Safe to call from any thread. */
@Component
class Crew implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Crew.class);
    private static final int HANDS = 4;
    private static final long LONGEST_STOP = 10;

    private final Gathering gathering;
    private final Semaphore idle = new Semaphore(HANDS);
    private final ExecutorService hands = Executors.newFixedThreadPool(HANDS, task -> {
        var thread = new Thread(task, "gather");
        thread.setDaemon(true);
        return thread;
    });
    private volatile String told = "";

    Crew(Gathering gathering) {
        this.gathering = gathering;
    }

    /** Sends somebody to what is due, who calls the next when there is something, and does not wait. */
    void gatherDue() {
        if (!hands.isShutdown() && idle.tryAcquire()) {
            hands.execute(this::work);
        }
    }

    /** Waits for what is under way. */
    @Override
    public void destroy() {
        hands.shutdown();
        try {
            if (!hands.awaitTermination(LONGEST_STOP, TimeUnit.SECONDS)) {
                LOG.warn("a source is left in the middle; its lease runs out by itself");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A database that is away for a while must not fill the log. */
    private void work() {
        try {
            gathering.gatherDue(this::gatherDue);
            told = "";
        } catch (RuntimeException failed) {
            var reason = String.valueOf(failed.getMessage());
            if (!reason.equals(told)) {
                LOG.warn("a look at the sources failed: {}", reason);
            }
            told = reason;
        } finally {
            idle.release();
        }
    }
}
