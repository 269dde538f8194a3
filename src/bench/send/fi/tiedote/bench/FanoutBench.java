package fi.tiedote.bench;

import fi.tiedote.city.Language;
import fi.tiedote.release.DraftBuilder;
import fi.tiedote.release.NewsDesk;
import fi.tiedote.release.Releases;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How fast an alert becomes letters, beside one bare {@code INSERT … SELECT} of the same rows; and how soon a relay has
 * taken the first letter. {@code src/bench/send/run fanout} starts it.
 */
public class FanoutBench {
    private final JdbcClient jdbc;
    private final NewsDesk desk;
    private final Releases releases;
    private int published;

    private FanoutBench(Office office) {
        this.jdbc = JdbcClient.create(office.context().getBean(DataSource.class));
        this.desk = office.context().getBean(NewsDesk.class);
        this.releases = office.context().getBean(Releases.class);
    }

    public static void main(String[] arguments) throws Exception {
        var people = Stream.of(arguments)
                .filter(each -> each.startsWith("--subscribers="))
                .mapToInt(each -> Integer.parseInt(each.substring("--subscribers=".length())))
                .findFirst()
                .orElse(1_000_000);
        if (List.of(arguments).contains("--first")) {
            try (var sink = Sink.start();
                    var office = Office.open(sink.port(), 8, List.of())) {
                new FanoutBench(office).firstLetters();
            }
        } else {
            // A port where nobody listens: letters are written and stay.
            try (var office = Office.open(9, 1, List.of())) {
                new FanoutBench(office).fanOut(people);
            }
        }
        System.exit(0);
    }

    /** Ten releases to a hundred people: from the call that keeps one until a first letter of it was accepted. */
    private void firstLetters() throws InterruptedException {
        subscribe(1, 100);
        publish();
        awaitLetters("state = 'ACCEPTED'", 100);
        for (var round = 1; round <= 10; round++) {
            var before = count("state = 'ACCEPTED'");
            var begin = System.nanoTime();
            publish();
            awaitLetters("state = 'ACCEPTED'", before + 1);
            System.out.printf("first alert accepted after %d ms%n", (System.nanoTime() - begin) / 1_000_000);
            awaitLetters("state = 'ACCEPTED'", before + 100);
        }
    }

    private void fanOut(int people) throws InterruptedException {
        subscribe(1, people);
        System.out.printf("%d subscribers%n", people);
        for (var round = 1; round <= 3; round++) {
            var bare = bare();
            var before = count("true");
            var begin = System.nanoTime();
            publish();
            awaitAlerts();
            var ours = (System.nanoTime() - begin) / 1e9;
            if (count("true") != before + people) {
                throw new IllegalStateException(count("true") - before + " letters of " + people);
            }
            System.out.printf(
                    "bare INSERT … SELECT %.0f letters/s, alert %.0f letters/s, ratio %.2f%n",
                    people / bare, people / ours, bare / ours);
        }
    }

    /** A table with the same columns, indexes and checks, filled by one statement. @return seconds */
    private double bare() {
        jdbc.sql("DROP TABLE IF EXISTS bare").update();
        jdbc.sql("CREATE TABLE bare (LIKE letter INCLUDING ALL)").update();
        var begin = System.nanoTime();
        jdbc.sql("""
                INSERT INTO bare (issue_id, edition_id, newsletter, subscriber, address, priority, due_at, queued_at)
                SELECT 1, 1, 'immediate', id, address, 2, '-infinity', now() FROM subscriber
                """).update();
        return (System.nanoTime() - begin) / 1e9;
    }

    private void subscribe(int from, int to) {
        jdbc.sql("INSERT INTO selection (languages, topics, areas, words) VALUES ('{}', '{}', '{}', '') ON CONFLICT DO NOTHING")
                .update();
        jdbc.sql("""
                INSERT INTO subscriber (address, address_key, language, since)
                SELECT 'r' || n || '@example.org', 'r' || n || '@example.org', 'fi', now()
                  FROM generate_series(:from, :to) AS n
                """).param("from", from).param("to", to).update();
        jdbc.sql("""
                INSERT INTO subscription (subscriber_id, selection_id, cadence, form, requested_at, confirmed_at)
                SELECT id, (SELECT max(id) FROM selection), 'IMMEDIATE', 'bench', now(), now() FROM subscriber
                 WHERE NOT EXISTS (SELECT FROM subscription WHERE subscriber_id = subscriber.id)
                """).update();
    }

    private void publish() {
        var item = "bench-" + System.nanoTime() + "-" + ++published;
        desk.keep(new DraftBuilder("bench", item, Language.FI)
                .title("Uimahalli avataan " + item)
                .body("<p>Uimahalli avataan maanantaina. Numero " + item + "</p>")
                .build());
    }

    private void awaitLetters(String condition, long wanted) throws InterruptedException {
        while (count(condition) < wanted) {
            Thread.sleep(2);
        }
    }

    /** By the alerts' own place: to count the letters again and again takes half of the machine. */
    private void awaitAlerts() throws InterruptedException {
        var last = releases.lastPlace();
        while (jdbc.sql("SELECT last FROM alert_place").query(Long.class).single() < last) {
            Thread.sleep(10);
        }
    }

    private long count(String condition) {
        return jdbc.sql("SELECT count(*) FROM letter WHERE " + condition)
                .query(Long.class)
                .single();
    }
}
