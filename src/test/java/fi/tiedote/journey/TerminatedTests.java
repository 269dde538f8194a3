package fi.tiedote.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.tiedote.kit.Delivered;
import fi.tiedote.kit.MailServer;
import fi.tiedote.kit.Stall;
import fi.tiedote.kit.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGTERM while letters are on their way, and the relay has just fallen silent. */
class TerminatedTests {
    private static final int AUDIENCE = 200;
    private static final int CONNECTIONS = 2;

    @TempDir
    private Path data;

    private final Audience audience = new Audience(TestDatabase.fresh());

    @Test
    void aNodeThatIsToldToEndDoesSoInTwentySecondsAndTheNextOneCarriesTheRest() throws Exception {
        var stall = new Stall();
        try (var relay = MailServer.start()) {
            var node = audience.node(data, relay, CONNECTIONS);
            audience.subscribe(AUDIENCE);
            relay.afterDot(message -> relay.taken().size() < AUDIENCE / 4 ? "250 taken" : stall.then(MailServer.CUT));
            audience.publish(node);
            stall.awaitReached();

            assertThat(node.terminate(Duration.ofSeconds(20))).isTrue();
            stall.release();
            relay.afterDot(message -> "250 taken");

            try (var next = audience.node(data, relay, CONNECTIONS)) {
                await().atMost(Duration.ofSeconds(60)).until(() -> audience.accepted() >= AUDIENCE - CONNECTIONS);
                assertThat(next.log()).doesNotContain("settled the journal");
            }
            assertThat(relay.taken()).extracting(Delivered::recipient).doesNotHaveDuplicates();
            assertThat(audience.claimed()).isZero();
        }
    }
}
