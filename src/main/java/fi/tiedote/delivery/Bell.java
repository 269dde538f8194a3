package fi.tiedote.delivery;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Calls couriers to work, and home. Nobody is interrupted: that would break a journal in the middle of a line. */
class Bell {
    private final Semaphore calls = new Semaphore(0);
    private final CountDownLatch end = new CountDownLatch(1);

    /** Calls that nobody has heard yet do not add up. */
    void ring(int couriers) {
        calls.release(Math.max(0, couriers - calls.availablePermits()));
    }

    void ringTheEnd(int couriers) {
        end.countDown();
        ring(couriers);
    }

    boolean isOver() {
        return end.getCount() == 0;
    }

    /** Until it rings, at most so long. */
    void await(Duration longest) {
        try {
            calls.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** So long, unless the end comes earlier. */
    void pause(Duration time) {
        try {
            end.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
