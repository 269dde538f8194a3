package fi.tiedote.journey;

import fi.tiedote.kit.MailServer;
import fi.tiedote.kit.Node;
import fi.tiedote.kit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/** Thousands of people who want every release at once, and the nodes that serve them from one database. */
record Audience(TestDatabase database) {
    private static final String RELEASE = """
            Vedenjakelu katkeaa Pohjoispellossa

            24.11.2026

            Vedenjakelu katkaistaan Pohjoispellossa keskiviikkona kello 8–12. Katko koskee noin 300 taloutta.

            Lisätietoja:

            verkostopäällikkö Antero Hana, Esimerkkilän Vesi, puh. 040 000 0142
            """;

    Node node(Path data, MailServer relay, int connections, String... more) {
        var settings = Stream.of(
                        database.settings(),
                        new String[] {
                            "--tiedote.relays[0].host=" + relay.host(),
                            "--tiedote.relays[0].port=" + relay.port(),
                            "--tiedote.relays[0].connections=" + connections
                        },
                        more)
                .flatMap(Arrays::stream);
        return Node.start(data, settings.toArray(String[]::new));
    }

    /** All at once: thousands of forms and confirmations would take longer than what the story is about. */
    void subscribe(int people) {
        database.jdbc().sql("""
                INSERT INTO selection (languages, topics, areas, words) VALUES ('{}', '{}', '{}', '');
                INSERT INTO subscriber (address, address_key, language, since)
                SELECT 'r' || n || '@example.org', 'r' || n || '@example.org', 'fi', now()
                  FROM generate_series(1, %d) AS n;
                INSERT INTO subscription (subscriber_id, selection_id, cadence, form, requested_at, confirmed_at)
                SELECT id, (SELECT max(id) FROM selection), 'IMMEDIATE', 'test', now(), now() FROM subscriber;
                """.formatted(people)).update();
    }

    void publish(Node node) throws IOException {
        Files.writeString(node.inbox().resolve("vesi.fi.txt"), RELEASE);
    }

    long accepted() {
        return database.jdbc()
                .sql("SELECT count(*) FROM letter WHERE state = 'ACCEPTED'")
                .query(Long.class)
                .single();
    }
}
