package fi.tiedote.feed;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;

/**
 * Prints each feed once and keeps it until a release changes. However many readers ask at the same moment, one of them
 * prints and the others wait for it. Thread-safe.
 */
class Editions {
    /** Should a notification be lost, this is how long nobody notices. */
    static final Duration AGE_LIMIT = Duration.ofSeconds(60);

    /** While the database is away, so long nobody tries it again: each try would keep a reader waiting. */
    static final Duration REST = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(Editions.class);
    private static final long CAPACITY = 32L << 20;

    /** Printers at work at once: however many feeds are asked for, pages and letters find a connection to the database. */
    static final int PRESSES = 4;

    /** As long as a reader waits for a press, and no longer than clients do. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Printer printer;
    private final Clock clock;
    private final Shelf shelf;
    private final AtomicLong generation = new AtomicLong();
    private final Map<Run, FutureTask<Edition>> runs = new ConcurrentHashMap<>();
    private final Semaphore presses = new Semaphore(PRESSES, true);
    private volatile Instant awayUntil = Instant.MIN;

    Editions(Printer printer, Clock clock) {
        this(printer, clock, new Shelf(CAPACITY));
    }

    Editions(Printer printer, Clock clock, Shelf shelf) {
        this.printer = printer;
        this.clock = clock;
        this.shelf = shelf;
    }

    /** What is printed of one generation of releases: who asks after a change must not get what was read before it. */
    private record Run(Address address, long generation) {}

    /**
     * The releases have changed: what is being printed now is already old.
     *
     * @return the generation that begins
     */
    long outdate() {
        awayUntil = Instant.MIN;
        return generation.incrementAndGet();
    }

    /** Those that were fresh in one generation or later, and are not in another; the last asked for first. */
    List<Shelf.Copy> outdated(long from, long to) {
        return shelf.between(from, to);
    }

    /** The edition of a path, if one is kept that needs no look at the releases. */
    @Nullable
    Edition fresh(String path) {
        var copy = shelf.find(path);
        if (copy == null) {
            return null;
        }
        copy.ask();
        return isFresh(copy) ? copy.edition() : null;
    }

    /**
     * The edition of an address; an old one while the database is away.
     *
     * @throws DataAccessException when the database is away and there is no old one
     */
    Edition current(Address address) {
        var old = shelf.find(address.path());
        if (clock.instant().isBefore(awayUntil)) {
            return rested(old);
        }
        try {
            return run(new Run(address, generation.get()));
        } catch (DataAccessException e) {
            return rested(old);
        }
    }

    private boolean isFresh(Shelf.Copy copy) {
        return copy.generation() == generation.get()
                && clock.instant().isBefore(copy.printed().plus(AGE_LIMIT));
    }

    private static Edition rested(Shelf.@Nullable Copy old) {
        if (old == null) {
            throw new DataAccessResourceFailureException("the database is away");
        }
        return old.edition();
    }

    private Edition run(Run run) {
        var task = runs.computeIfAbsent(run, any -> new FutureTask<>(() -> print(run)));
        task.run();
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DataAccessResourceFailureException("stopped while waiting for the feed", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof DataAccessException away ? away : new IllegalStateException(e.getCause());
        } finally {
            runs.remove(run, task);
        }
    }

    private Edition print(Run run) throws InterruptedException {
        if (!presses.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new QueryTimeoutException("too many feeds are waiting to be printed");
        }
        try {
            return printNow(run);
        } finally {
            presses.release();
        }
    }

    private Edition printNow(Run run) {
        var path = run.address().path();
        var old = shelf.find(path);
        if (old != null && isFresh(old)) {
            return old.edition();
        }
        var printed = clock.instant();
        var edition = print(run.address()).after(old == null ? null : old.edition(), printed);
        shelf.put(new Shelf.Copy(run.address(), edition, run.generation(), printed));
        return edition;
    }

    private Edition print(Address address) {
        try {
            return printer.print(address);
        } catch (DataAccessException e) {
            if (e instanceof DataAccessResourceFailureException) {
                awayUntil = clock.instant().plus(REST);
            }
            LOG.warn("a feed cannot be printed: {}", e.getMessage());
            throw e;
        }
    }
}
