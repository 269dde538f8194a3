package fi.tiedote.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.tiedote.kit.MailServer;
import fi.tiedote.kit.Node;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashedDatabaseTests {
    private static final int AUDIENCE = 3_000;
    private static final int CONNECTIONS = 2;

    @TempDir
    private Path data;

    @Test
    void aDatabaseThatIsKilledWhileLettersAreOnTheirWayLosesNoneAndDoublesNone() throws Exception {
        try (var relay = MailServer.start();
                var node =
                        Node.start(data, Audience.sendingTo(relay, CONNECTIONS).toArray(String[]::new))) {
            var audience = Audience.on(node);
            audience.subscribe(AUDIENCE);
            audience.publish(node);
            await().atMost(Duration.ofSeconds(60)).until(() -> relay.taken().size() > AUDIENCE / 4);
            node.killOnBoard();
            assertThat(relay.taken()).as("killed in the middle").hasSizeLessThan(AUDIENCE);

            await().atMost(Duration.ofMinutes(2)).ignoreExceptions().until(() -> audience.accepted() == AUDIENCE);
            assertThat(relay.taken()).hasSize(AUDIENCE);
            assertThat(relay.taken().stream()
                            .map(each -> each.header("Message-ID"))
                            .distinct())
                    .hasSize(AUDIENCE);
        }
    }
}
