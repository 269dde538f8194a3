package fi.tiedote.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.tiedote.kit.Delivered;
import fi.tiedote.kit.MailServer;
import fi.tiedote.kit.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwoNodesTests {
    private static final int AUDIENCE = 3_000;
    private static final int CONNECTIONS = 2;

    @TempDir
    private Path one;

    @TempDir
    private Path other;

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
            assertThat(relay.taken().stream().map(TwoNodesTests::to).distinct()).hasSize(AUDIENCE);
            assertThat(relay.taken()).hasSizeBetween(AUDIENCE, AUDIENCE + CONNECTIONS);
        }
    }

    private static String to(Delivered letter) {
        return letter.header("To");
    }
}
