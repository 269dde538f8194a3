package fi.tiedote.gather;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Looks at several sources at once, so that one that is slow keeps no other waiting: whoever is held up by a source for
 * long is relieved, and somebody else goes on in their place. Safe to call from any thread.
 */
@Component
class Crew implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Crew.class);
    private static final int HANDS = 4;
    /** Those who wait for slow sources included. */
    private static final int MOST = 64;

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final long LONGEST_STOP = 10;
    private static final ThreadFactory THREADS = task -> {
        var thread = new Thread(task, "gather");
        thread.setDaemon(true);
        return thread;
    };

    private final Gathering gathering;
    private final Semaphore idle = new Semaphore(HANDS);
    private final Set<Hand> atWork = ConcurrentHashMap.newKeySet();
    private final ExecutorService hands = Executors.newCachedThreadPool(THREADS);
    private final ScheduledExecutorService relief = Executors.newSingleThreadScheduledExecutor(THREADS);
    private volatile String told = "";

    Crew(Gathering gathering) {
        this.gathering = gathering;
    }

    /** From now on those who are held up are relieved. */
    void open() {
        var unused = relief.scheduleWithFixedDelay(this::relieve, 1, 1, TimeUnit.SECONDS);
        gatherDue();
    }

    /** Sends somebody to what is due, who calls the next when there is something, and does not wait. */
    void gatherDue() {
        if (!hands.isShutdown() && idle.tryAcquire()) {
            hands.execute(new Hand());
        }
    }

    /** Waits for what is under way. */
    @Override
    public void destroy() {
        relief.shutdownNow();
        hands.shutdown();
        try {
            if (!hands.awaitTermination(LONGEST_STOP, TimeUnit.SECONDS)) {
                LOG.warn("a source is left in the middle; its lease runs out by itself");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        attempt(gathering::close);
    }

    private void attempt(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failed) {
            tell(failed);
        }
    }

    private void relieve() {
        attempt(gathering::rest);
        for (var hand : atWork) {
            if (atWork.size() < MOST && hand.isHeldUp() && hand.leave()) {
                gatherDue();
            }
        }
    }

    /** A database that is away for a while must not fill the log. */
    private void tell(RuntimeException failed) {
        var reason = String.valueOf(failed.getMessage());
        if (!reason.equals(told)) {
            LOG.warn("a look at the sources failed: {}", reason);
        }
        told = reason;
    }

    /** One who looks at a source after the other for as long as their place is theirs. */
    private class Hand implements Runnable {
        private final AtomicBoolean hasPlace = new AtomicBoolean(true);
        private volatile long begun = System.nanoTime();

        @Override
        public void run() {
            atWork.add(this);
            try {
                while (hasPlace.get() && !hands.isShutdown() && gathering.gatherNextDue(this::begin)) {
                    told = "";
                }
            } catch (RuntimeException failed) {
                tell(failed);
            } finally {
                atWork.remove(this);
                leave();
            }
        }

        private void begin() {
            begun = System.nanoTime();
            if (gathering.isMore()) {
                gatherDue();
            }
        }

        private boolean isHeldUp() {
            return System.nanoTime() - begun > PATIENCE.toNanos();
        }

        /** @return whether the place was theirs until now */
        private boolean leave() {
            var had = hasPlace.getAndSet(false);
            if (had) {
                idle.release();
            }
            return had;
        }
    }
}
