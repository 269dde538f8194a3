package fi.tiedote.gather;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Reads what was pushed, after the hub has its answer. Where it cannot, the source is looked at instead. */
@Component
class PushedWork implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(PushedWork.class);
    private static final int WAITING = 8;
    private static final long LONGEST_STOP = 10;

    private final Gathering gathering;
    private final ThreadPoolExecutor desk;

    PushedWork(Gathering gathering) {
        this.gathering = gathering;
        this.desk = new ThreadPoolExecutor(
                1,
                1,
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(WAITING),
                task -> {
                    var thread = new Thread(task, "pushed");
                    thread.setDaemon(true);
                    return thread;
                },
                (task, full) -> ((Pushed) task).lookInstead());
        this.desk.allowCoreThreadTimeOut(true);
    }

    void take(String source, String contentType, byte[] content) {
        desk.execute(new Pushed(source, contentType, content));
    }

    @Override
    public void destroy() {
        desk.shutdown();
        try {
            if (!desk.awaitTermination(LONGEST_STOP, TimeUnit.SECONDS)) {
                LOG.warn("what was pushed is left in the middle; the next look at its source finds it");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One push. */
    private class Pushed implements Runnable {
        private final String source;
        private final String contentType;
        private final byte[] content;

        Pushed(String source, String contentType, byte[] content) {
            this.source = source;
            this.contentType = contentType;
            this.content = content;
        }

        @Override
        public void run() {
            try {
                if (!gathering.takePushed(source, contentType, content)) {
                    lookInstead();
                }
            } catch (RuntimeException failed) {
                LOG.warn("source {}: what was pushed could not be taken: {}", source, failed.getMessage());
                lookInstead();
            }
        }

        private void lookInstead() {
            try {
                gathering.hurry(source);
            } catch (RuntimeException away) {
                LOG.warn("source {}: it will be looked at when it is due: {}", source, away.getMessage());
            }
        }
    }
}
