package fi.tiedote.journey;

import fi.tiedote.kit.MailServer;
import fi.tiedote.kit.Node;
import fi.tiedote.kit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Thousands of people who want every release at once, and the nodes that serve them from one database. */
record Audience(JdbcClient jdbc, List<String> settings) {
    Audience(TestDatabase database) {
        this(database.jdbc(), List.of(database.settings()));
    }

    /** Of a node that brings its own. */
    static Audience on(Node node) {
        return new Audience(node.onBoard(), List.of());
    }

    private static final String RELEASE = """
            Vedenjakelu katkeaa Pohjoispellossa

            24.11.2026

            Vedenjakelu katkaistaan Pohjoispellossa keskiviikkona kello 8–12. Katko koskee noin 300 taloutta.

            Lisätietoja:

            verkostopäällikkö Antero Hana, Esimerkkilän Vesi, puh. 040 000 0142
            """;

    Node node(Path data, MailServer relay, int connections, String... more) {
        return Node.start(
                data,
                Stream.of(settings, sendingTo(relay, connections), List.of(more))
                        .flatMap(List::stream)
                        .toArray(String[]::new));
    }

    static List<String> sendingTo(MailServer relay, int connections) {
        return List.of(
                "--tiedote.relays[0].host=" + relay.host(),
                "--tiedote.relays[0].port=" + relay.port(),
                "--tiedote.relays[0].connections=" + connections);
    }

    /** All at once: thousands of forms and confirmations would take longer than what the story is about. */
    void subscribe(int people) {
        jdbc.sql("""
                INSERT INTO selection (languages, topics, areas, words) VALUES ('{}', '{}', '{}', '');
                INSERT INTO subscriber (address, address_key, language, since)
                SELECT 'r' || n || '@example.org', 'r' || n || '@example.org', 'fi', now()
                  FROM generate_series(1, %d) AS n;
                INSERT INTO subscription (subscriber_id, selection_id, cadence, form, requested_at, confirmed_at)
                SELECT id, (SELECT max(id) FROM selection), 'IMMEDIATE', 'test', now(), now() FROM subscriber;
                """.formatted(people)).update();
    }

    void publish(Node node) throws IOException {
        publish(node, "Pohjoispellossa");
    }

    /** @param where makes it another release */
    void publish(Node node, String where) throws IOException {
        Files.writeString(node.inbox().resolve("vesi-" + where + ".fi.txt"), RELEASE.replace("Pohjoispellossa", where));
    }

    long accepted() {
        return jdbc.sql("SELECT count(*) FROM letter WHERE state = 'ACCEPTED'")
                .query(Long.class)
                .single();
    }

    long claimed() {
        return jdbc.sql("SELECT count(*) FROM letter WHERE state = 'CLAIMED'")
                .query(Long.class)
                .single();
    }

    /** How many went through each relay. */
    Map<String, Long> acceptedBy() {
        var shares = new HashMap<String, Long>();
        jdbc.sql("SELECT relay, count(*) AS letters FROM letter WHERE state = 'ACCEPTED' GROUP BY relay")
                .query((row, number) -> shares.put(row.getString("relay"), row.getLong("letters")))
                .list();
        return shares;
    }
}
