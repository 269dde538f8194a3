package fi.tiedote.gather;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets two at a time have an answer in memory that is heavy, in the whole process: tens of megabytes become several times
 * that while they are read. Whoever has one has it until the next fetch, or until the look has ended.
 */
class Heavy {
    /** What is smaller may be had by everybody. */
    static final int LIGHT = 2 << 20;

    private static final Semaphore PLACES = new Semaphore(2, true);
    private static final long LONGEST_WAIT = 30;
    private static final ThreadLocal<Boolean> MINE = ThreadLocal.withInitial(() -> false);

    private Heavy() {}

    /** It is worth another try. */
    static class BusyException extends IOException {
        BusyException(String message) {
            super(message);
        }
    }

    /** @throws IOException when others take too long */
    static void lift() throws IOException {
        if (MINE.get()) {
            return;
        }
        try {
            if (!PLACES.tryAcquire(LONGEST_WAIT, TimeUnit.SECONDS)) {
                throw new BusyException("others are reading answers as large as this one; it is asked for again later");
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IOException("it was ended while it waited", ended);
        }
        MINE.set(true);
    }

    /** Does nothing where there is nothing. */
    static void putDown() {
        if (MINE.get()) {
            MINE.remove();
            PLACES.release();
        }
    }
}
