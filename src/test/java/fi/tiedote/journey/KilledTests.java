package fi.tiedote.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.tiedote.kit.Delivered;
import fi.tiedote.kit.MailServer;
import fi.tiedote.kit.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledTests {
    private static final int AUDIENCE = 5_000;
    private static final int CONNECTIONS = 4;

    @TempDir
    private Path data;

    private final Audience audience = new Audience(TestDatabase.fresh());

    @Test
    void aNodeThatIsKilledWhileItSendsLosesNobodyAndDoublesAtMostOneLetterForEachConnection() throws Exception {
        try (var relay = MailServer.start()) {
            var first = audience.node(data, relay, CONNECTIONS);
            audience.subscribe(AUDIENCE);
            audience.publish(first);
            await().atMost(Duration.ofSeconds(60)).until(() -> relay.taken().size() > AUDIENCE / 3);
            first.kill();
            assertThat(relay.taken()).as("killed in the middle").hasSizeLessThan(AUDIENCE);

            try (var second = audience.node(data, relay, CONNECTIONS)) {
                await().atMost(Duration.ofSeconds(90))
                        .until(() -> recipients(relay).size() == AUDIENCE);
                await().atMost(Duration.ofSeconds(30)).until(() -> audience.accepted() == AUDIENCE);
                assertThat(second.log()).contains("settled the journal");
            }
            assertThat(relay.taken()).hasSizeBetween(AUDIENCE, AUDIENCE + CONNECTIONS);
            assertThat(doublesWithAnotherMessageId(relay)).isEmpty();
        }
    }

    private static Map<String, List<Delivered>> recipients(MailServer relay) {
        return relay.taken().stream().collect(Collectors.groupingBy(each -> each.header("To")));
    }

    private static List<String> doublesWithAnotherMessageId(MailServer relay) {
        Function<List<Delivered>, Long> ids = letters -> letters.stream()
                .map(each -> each.header("Message-ID"))
                .distinct()
                .count();
        return recipients(relay).entrySet().stream()
                .filter(entry -> ids.apply(entry.getValue()) > 1)
                .map(Map.Entry::getKey)
                .toList();
    }
}
