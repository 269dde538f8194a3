package fi.tiedote.gather;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class HeavyTests {
    @Test
    void twoAtATimeHaveAHeavyAnswerInMemoryAndTheOthersWait() throws Exception {
        var now = new AtomicInteger();
        var most = new AtomicInteger();
        var readers = Executors.newFixedThreadPool(5);
        var results = new ArrayList<Future<?>>();
        for (var reader = 0; reader < 5; reader++) {
            results.add(readers.submit(() -> {
                for (var time = 0; time < 20; time++) {
                    Heavy.lift();
                    Heavy.lift();
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    LockSupport.parkNanos(100_000);
                    now.decrementAndGet();
                    Heavy.putDown();
                }
                return null;
            }));
        }
        for (var result : results) {
            result.get(60, TimeUnit.SECONDS);
        }
        readers.shutdown();

        assertThat(most).hasValueLessThanOrEqualTo(2);
    }

    @Test
    void theThirdWaitsUntilOneIsPutDown() throws Exception {
        var lifted = new CountDownLatch(2);
        var end = new CountDownLatch(1);
        var readers = Executors.newFixedThreadPool(2);
        for (var reader = 0; reader < 2; reader++) {
            readers.execute(() -> {
                try {
                    Heavy.lift();
                    lifted.countDown();
                    end.await();
                } catch (Exception failed) {
                    Thread.currentThread().interrupt();
                } finally {
                    Heavy.putDown();
                }
            });
        }
        lifted.await();
        var third = new CountDownLatch(1);
        var waiting = new Thread(() -> {
            try {
                Heavy.lift();
                third.countDown();
            } catch (IOException failed) {
                Thread.currentThread().interrupt();
            } finally {
                Heavy.putDown();
            }
        });
        waiting.start();
        while (waiting.getState() != Thread.State.TIMED_WAITING) {
            LockSupport.parkNanos(1_000_000);
        }
        assertThat(third.getCount()).isEqualTo(1);

        end.countDown();
        assertThat(third.await(60, TimeUnit.SECONDS)).isTrue();
        readers.shutdown();
    }
}
