package fi.tiedote.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.tiedote.kit.Delivered;
import fi.tiedote.kit.MailServer;
import fi.tiedote.kit.Node;
import fi.tiedote.kit.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledTests {
    private static final int AUDIENCE = 5_000;
    private static final int CONNECTIONS = 4;

    @TempDir
    private Path data;

    private final TestDatabase database = TestDatabase.fresh();

    @Test
    void aNodeThatIsKilledWhileItSendsLosesNobodyAndDoublesAtMostOneLetterForEachConnection() throws Exception {
        try (var relay = MailServer.start()) {
            var first = node(relay);
            subscribeEverybody();
            Files.writeString(first.inbox().resolve("vesi.fi.txt"), RELEASE);
            await().atMost(Duration.ofSeconds(60)).until(() -> relay.taken().size() > AUDIENCE / 3);
            first.kill();
            assertThat(relay.taken()).as("killed in the middle").hasSizeLessThan(AUDIENCE);

            try (var second = node(relay)) {
                await().atMost(Duration.ofSeconds(90))
                        .until(() -> recipients(relay).size() == AUDIENCE);
                await().atMost(Duration.ofSeconds(30)).until(() -> accepted() == AUDIENCE);
                assertThat(second.log()).contains("settled the journal");
            }
            assertThat(relay.taken()).hasSizeBetween(AUDIENCE, AUDIENCE + CONNECTIONS);
            assertThat(doublesWithAnotherMessageId(relay)).isEmpty();
        }
    }

    private Node node(MailServer relay) {
        var settings = Stream.concat(
                Arrays.stream(database.settings()),
                Stream.of(
                        "--tiedote.relays[0].host=" + relay.host(),
                        "--tiedote.relays[0].port=" + relay.port(),
                        "--tiedote.relays[0].connections=" + CONNECTIONS));
        return Node.start(data, settings.toArray(String[]::new));
    }

    private void subscribeEverybody() {
        database.jdbc().sql("""
                INSERT INTO selection (languages, topics, areas, words) VALUES ('{}', '{}', '{}', '');
                INSERT INTO subscriber (address, address_key, language, since)
                SELECT 'r' || n || '@example.org', 'r' || n || '@example.org', 'fi', now()
                  FROM generate_series(1, %d) AS n;
                INSERT INTO subscription (subscriber_id, selection_id, cadence, form, requested_at, confirmed_at)
                SELECT id, (SELECT max(id) FROM selection), 'IMMEDIATE', 'test', now(), now() FROM subscriber;
                """.formatted(AUDIENCE)).update();
    }

    private long accepted() {
        return database.jdbc()
                .sql("SELECT count(*) FROM letter WHERE state = 'ACCEPTED'")
                .query(Long.class)
                .single();
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

    private static final String RELEASE = """
            Vedenjakelu katkeaa Pohjoispellossa

            24.11.2026

            Vedenjakelu katkaistaan Pohjoispellossa keskiviikkona kello 8–12. Katko koskee noin 300 taloutta.

            Lisätietoja:

            verkostopäällikkö Antero Hana, Esimerkkilän Vesi, puh. 040 000 0142
            """;
}
