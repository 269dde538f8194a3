package fi.tiedote.gather;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tiedote.kit.FakeSource;
import fi.tiedote.kit.MovingClock;
import fi.tiedote.kit.OddServer;
import fi.tiedote.kit.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class CrewTests {
    private static final int STUCK = 24;

    private final TestDatabase database = TestDatabase.fresh();
    private final MovingClock clock = new MovingClock("2026-11-23T09:00:00Z");

    @Test
    void manySourcesThatDripKeepNoOtherWaiting() throws Exception {
        var end = new CountDownLatch(1);
        var drips = new ArrayList<OddServer>();
        var sources = new ArrayList<SourceSettings>();
        for (var at = 0; at < STUCK; at++) {
            var drip = new OddServer(out -> {
                while (end.getCount() > 0) {
                    out.write('<');
                    out.flush();
                    LockSupport.parkNanos(50_000_000);
                }
            });
            drips.add(drip);
            sources.add(Newsroom.feed("aa-drip-%02d".formatted(at), drip.url()));
        }
        try (var healthy = new FakeSource()) {
            healthy.answers(
                    "<rss version=\"2.0\"><channel><item><guid>1</guid><title>Nopea</title></item></channel></rss>");
            sources.add(Newsroom.feed("zz-healthy", healthy.url()));
            try (var newsroom = new Newsroom(
                    database, clock, Newsroom.patient(Duration.ofMinutes(2)), sources.toArray(SourceSettings[]::new))) {
                newsroom.turns.open();
                newsroom.crew.open();

                await(() -> newsroom.titles().equals(List.of("Nopea")));
                assertThat(drips).allSatisfy(drip -> assertThat(drip.asked()).hasSize(1));
                end.countDown();
                drips.forEach(OddServer::close);
            }
        }
    }

    @Test
    void aSourceThatFailsWaitsBehindThoseThatDoNot() throws Exception {
        try (var failing = new FakeSource();
                var healthy = new FakeSource();
                var newsroom = new Newsroom(
                        database,
                        clock,
                        Newsroom.feed("aa-failing", failing.url()),
                        Newsroom.feed("bb-healthy", healthy.url()))) {
            newsroom.turns.open();
            newsroom.gathering.gather("aa-failing");
            healthy.answers("<rss version=\"2.0\"><channel></channel></rss>");
            newsroom.gathering.gather("bb-healthy");
            clock.advance(Duration.ofMinutes(12));

            assertThat(newsroom.turns.claimDue())
                    .hasValueSatisfying(claim -> assertThat(claim.key()).isEqualTo("bb-healthy"));
            assertThat(newsroom.turns.claimDue())
                    .hasValueSatisfying(claim -> assertThat(claim.key()).isEqualTo("aa-failing"));
        }
    }

    private static void await(BooleanSupplier fulfilled) {
        var end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!fulfilled.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(20_000_000);
        }
        assertThat(fulfilled.getAsBoolean()).isTrue();
    }
}
