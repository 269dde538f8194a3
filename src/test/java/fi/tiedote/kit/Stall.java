package fi.tiedote.kit;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Holds up whoever comes, until the test lets it go. */
public class Stall {
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    /** For the side that is held up; gives the answer that it has then. */
    public String then(String answer) {
        reached.countDown();
        waitFor(released);
        return answer;
    }

    /** For the test: until somebody is held up. */
    public void awaitReached() {
        waitFor(reached);
    }

    public void release() {
        released.countDown();
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            if (!latch.await(20, TimeUnit.SECONDS)) {
                throw new AssertionError("nobody came in 20 s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
