package fi.tiedote.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.tiedote.kit.Delivered;
import fi.tiedote.kit.MailServer;
import fi.tiedote.kit.Node;
import fi.tiedote.kit.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodesTests {
    private static final int AUDIENCE = 3_000;
    private static final int CONNECTIONS = 2;

    @TempDir
    private Path one;

    @TempDir
    private Path other;

    @TempDir
    private Path another;

    private final TestDatabase database = TestDatabase.fresh();
    private final Audience audience = new Audience(database);

    @Test
    void aNodeTakesOverWhatAKilledOneLeavesAndDoublesAtMostOneLetterForEachConnection() throws Exception {
        try (var relay = MailServer.start();
                var survivor = audience.node(other, relay, CONNECTIONS, "--tiedote.delivery.lease=6s")) {
            var victim = audience.node(one, relay, CONNECTIONS, "--tiedote.delivery.lease=6s");
            audience.subscribe(AUDIENCE);
            audience.publish(survivor);
            await().atMost(Duration.ofSeconds(60)).until(() -> relay.taken().size() > AUDIENCE / 3);
            victim.kill();

            await().atMost(Duration.ofSeconds(90)).until(() -> audience.accepted() == AUDIENCE);
            assertThat(relay.taken().stream().map(NodesTests::to).distinct()).hasSize(AUDIENCE);
            assertThat(relay.taken()).hasSizeBetween(AUDIENCE, AUDIENCE + CONNECTIONS);
        }
    }

    @Test
    void threeNodesShareTheWorkAndOneThatSleepsThroughItsLeaseFindsItsLettersGone() throws Exception {
        try (var relay = slow();
                var first = node(one, relay, "a");
                var second = node(other, relay, "b");
                var sleeper = node(another, relay, "c")) {
            audience.subscribe(AUDIENCE);
            audience.publish(first);
            await().atMost(Duration.ofSeconds(90)).until(() -> audience.accepted() == AUDIENCE);
            assertThat(relay.taken()).hasSize(AUDIENCE);
            assertThat(audience.acceptedBy()).hasSize(3).allSatisfy((name, share) -> assertThat(share)
                    .isGreaterThan(AUDIENCE / 10L));

            audience.publish(second, "Etelärannassa");
            await().atMost(Duration.ofSeconds(60)).until(() -> relay.taken().size() > AUDIENCE + AUDIENCE / 3);
            sleeper.pause();
            assertThat(audience.claimed()).as("asleep with letters in hand").isPositive();
            await().atMost(Duration.ofSeconds(90)).until(() -> audience.accepted() == 2 * AUDIENCE);
            sleeper.resume();

            audience.publish(sleeper, "Länsirannassa");
            await().atMost(Duration.ofSeconds(90)).until(() -> audience.accepted() == 3 * AUDIENCE);
            assertThat(relay.taken()).hasSizeBetween(3 * AUDIENCE, 3 * AUDIENCE + CONNECTIONS);
            assertThat(relay.taken().stream()
                            .map(each -> each.header("Message-ID"))
                            .distinct())
                    .hasSize(3 * AUDIENCE);
        }
    }

    private Node node(Path data, MailServer relay, String name) {
        return audience.node(
                data, relay, CONNECTIONS, "--tiedote.delivery.lease=6s", "--tiedote.relays[0].name=" + name);
    }

    /** Slow enough for a story to happen while letters are on their way. */
    private static MailServer slow() {
        return MailServer.start().lingering(Duration.ofMillis(3));
    }

    private static String to(Delivered letter) {
        return letter.header("To");
    }
}
