package fi.tiedote.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Claims letters and settles them as a courier does, without a relay; and tells how long that took, and when. */
class Rounds {
    private static final String RELAY = "relay.example.fi";
    private static final int BATCH = 1_000;

    private final Queue queue;
    private final Results results;
    private final UUID node = UUID.randomUUID();

    Rounds(Queue queue, Results results) {
        this.queue = queue;
        this.results = results;
    }

    /** Carries letters, and begins something else beside it when two fifths of them are gone. */
    void whileDoing(int letters, Runnable other) {
        List<Took> alone = new ArrayList<>();
        List<Took> beside = new ArrayList<>();
        List<Took> after = new ArrayList<>();
        var carried = carry(letters * 2 / 5, alone);
        var doing = CompletableFuture.runAsync(other);
        while (carried < letters && !doing.isDone()) {
            carried += carry(BATCH, beside);
        }
        doing.join();
        carry(letters - carried, after);
        print("before it", alone);
        print("beside it", beside);
        print("after it", after);
    }

    private int carry(int wanted, List<Took> times) {
        var carried = 0;
        while (carried < wanted) {
            var begin = System.nanoTime();
            var letters = queue.claim(node, RELAY, BATCH);
            var claimed = System.nanoTime();
            results.settle(
                    RELAY,
                    letters.stream()
                            .map(each -> new Settled(each, new Outcome.Accepted("250 2.0.0 Ok: queued as 4Bq0")))
                            .toList());
            times.add(new Took(claimed - begin, System.nanoTime() - claimed));
            carried += letters.size();
        }
        return carried;
    }

    private static void print(String when, List<Took> times) {
        if (times.isEmpty()) {
            return;
        }
        var claims = times.stream().mapToDouble(each -> each.claim() / 1e6).sorted().toArray();
        var seconds = times.stream().mapToLong(each -> each.claim() + each.settle()).sum() / 1e9;
        System.out.printf(
                "  %-12s %6.0f letters/s claimed and settled; a claim of %d takes %.0f ms, the slowest in 100 %.0f, the worst %.0f%n",
                when,
                times.size() * BATCH / seconds,
                BATCH,
                claims[claims.length / 2],
                claims[claims.length * 99 / 100],
                claims[claims.length - 1]);
    }

    /** Nanoseconds. */
    private record Took(long claim, long settle) {}
}
