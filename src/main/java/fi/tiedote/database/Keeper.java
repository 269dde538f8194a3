package fi.tiedote.database;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks after the server on board, and starts it again, on its port, should it die under a running Tiedote. */
class Keeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);
    private static final Duration LOOK = Duration.ofSeconds(2);

    private final EmbeddedPostgres postgres;
    private final CountDownLatch end = new CountDownLatch(1);
    private final Thread keeping = new Thread(this::keep, "postgres-keeper");

    private Keeper(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    static Keeper of(EmbeddedPostgres postgres) {
        var keeper = new Keeper(postgres);
        keeper.keeping.setDaemon(true);
        keeper.keeping.start();
        return keeper;
    }

    /** Waits for a start that is under way, so that whoever stops the server next finds it. */
    @Override
    public void close() {
        end.countDown();
        try {
            keeping.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void keep() {
        try {
            while (!end.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            if (postgres.postmaster().runningPort().isEmpty()) {
                LOG.warn("PostgreSQL has ended; starting it again");
                postgres.postmaster().startAgain(postgres.port());
                LOG.info("PostgreSQL runs again");
            }
        } catch (IOException | DatabaseException e) {
            LOG.error("PostgreSQL does not start ({}); trying again", e.getMessage());
        }
    }
}
