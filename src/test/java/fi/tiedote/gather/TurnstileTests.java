package fi.tiedote.gather;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tiedote.kit.FakeSource;
import fi.tiedote.kit.MovingClock;
import fi.tiedote.kit.TestDatabase;
import fi.tiedote.reading.Links;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TurnstileTests {
    private static final Errand ERRAND =
            new Errand(URI.create("https://www.example.fi/"), false, true, false, () -> {});

    private final TestDatabase database = TestDatabase.fresh();
    private final Hosts hosts = new Hosts(database.jdbc());

    @Test
    void oneRequestAtATimeGoesToAHostWhicheverNodeMakesIt() throws InterruptedException {
        var nodes = IntStream.range(0, 4)
                .mapToObj(any -> new Turnstile(hosts, Newsroom.LIMITS))
                .toList();
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        var threads = Executors.newFixedThreadPool(4);
        nodes.forEach(node -> threads.execute(() -> {
            for (var time = 0; time < 5; time++) {
                var turn = node.enter("www.example.fi", ERRAND).orElseThrow();
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                Thread.onSpinWait();
                inside.decrementAndGet();
                turn.leave(Duration.ZERO);
            }
        }));
        threads.shutdown();

        assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        assertThat(most).hasValue(1);
    }

    @Test
    void aHostIsLeftAloneForAWhileAndTheOthersAreNot() {
        var first = hosts.enter("www.example.fi", Duration.ofMinutes(1));
        assertThat(hosts.enter("www.example.fi", Duration.ofMinutes(1))).isEmpty();
        assertThat(hosts.enter("blog.example.fi", Duration.ofMinutes(1))).isNotEmpty();

        hosts.leave("www.example.fi", first.getAsLong(), Duration.ofHours(1));
        assertThat(hosts.enter("www.example.fi", Duration.ofMinutes(1))).isEmpty();
    }

    @Test
    void whoHeldAHostForTooLongCannotOpenItForOthers() {
        var lost = hosts.enter("www.example.fi", Duration.ZERO).getAsLong();
        hosts.enter("www.example.fi", Duration.ofHours(1)).getAsLong();
        hosts.leave("www.example.fi", lost, Duration.ZERO);

        assertThat(hosts.enter("www.example.fi", Duration.ZERO)).isEmpty();
    }

    @Test
    void aSourceIsNotDueWhileAnotherNodeAsksItsHost() throws IOException {
        try (var server = new FakeSource();
                var newsroom = new Newsroom(
                        database, new MovingClock("2026-11-23T09:00:00Z"), Newsroom.feed("museum", server.url()))) {
            newsroom.turns.open();
            var host = Links.place(server.url());
            var held = hosts.enter(host, Duration.ofHours(1)).getAsLong();
            assertThat(newsroom.turns.claimDue()).isEmpty();

            hosts.leave(host, held, Duration.ZERO);
            assertThat(newsroom.turns.claimDue()).isNotEmpty();
        }
    }
}
