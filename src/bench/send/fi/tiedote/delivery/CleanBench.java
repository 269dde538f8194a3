package fi.tiedote.delivery;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import fi.tiedote.city.City;
import fi.tiedote.city.Language;
import fi.tiedote.city.Names;
import fi.tiedote.database.EmbeddedPostgres;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What it costs to forget an issue of a million letters while the next one is being sent: beside a bare {@code DELETE} and
 * a {@code DROP TABLE} of the same rows, and whether the ledger stays as large as it is. {@code src/bench/send/run clean}
 * starts it.
 */
public class CleanBench {
    private static final int PAGE = 10_000;
    private static final Path DATA = Path.of("target/bench-send/data");
    private static final City CITY = new City(
            new Names("Esimerkkilän kaupunki", "Exempelby stad", "City of Esimerkkilä"),
            URI.create("https://tiedote.example.fi"),
            ZoneId.of("Europe/Helsinki"),
            "tiedotteet@example.fi");
    private static final DeliverySettings SETTINGS = new DeliverySettings(
            DATA,
            List.of(),
            null,
            List.of(),
            new DeliverySettings.Patience(
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(15),
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(20),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(10),
                    Duration.ofSeconds(1),
                    Duration.ofDays(90),
                    Duration.ofMinutes(5),
                    new Doubts(
                            Doubts.Policy.SEND_AGAIN,
                            Doubts.Policy.SEND_AGAIN,
                            Doubts.Policy.SEND_AGAIN,
                            Doubts.Policy.SEND_AGAIN),
                    new DeliverySettings.GiveUp(Duration.ofHours(1), Duration.ofHours(6), Duration.ofDays(4))));

    private final DataSource source;
    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final Editions editions;
    private final Rounds rounds;
    private final Sizes sizes;
    private final int letters;

    private CleanBench(HikariDataSource source, int letters) {
        var transactions = new TransactionTemplate(new DataSourceTransactionManager(source));
        this.source = source;
        this.jdbc = JdbcClient.create(source);
        this.ledger = new Ledger(jdbc, Clock.systemUTC());
        this.editions = new Editions(jdbc, new Engraver(CITY, SETTINGS, Clock.systemUTC()));
        this.rounds = new Rounds(
                new Queue(jdbc, transactions, Clock.systemUTC()), new Results(jdbc, Clock.systemUTC()));
        this.sizes = new Sizes(jdbc);
        this.letters = letters;
    }

    public static void main(String[] arguments) throws Exception {
        try (var postgres = EmbeddedPostgres.start(DATA);
                var source = source(postgres)) {
            Flyway.configure().dataSource(source).load().migrate();
            var bench = new CleanBench(source, number(arguments, "--letters=", 1_000_000));
            bench.run(number(arguments, "--rounds=", 5), number(arguments, "--pause=", 65));
        }
        System.exit(0);
    }

    /** @param pause seconds after each round, in which autovacuum, which looks once a minute, may do its work */
    private void run(int times, int pause) throws InterruptedException {
        var before = Instant.now();
        for (var round = 1; round <= times; round++) {
            System.out.printf("round %d%n", round);
            var issue = fill(round);
            if (round == 1) {
                rounds.whileDoing(letters, () -> {});
            } else {
                var last = before;
                rounds.whileDoing(letters, () -> clean(last, issue));
            }
            before = Instant.now();
            new Bare(source).compare(issue);
            sizes.print();
            Thread.sleep(pause * 1_000L);
            sizes.print();
        }
    }

    /** @return the issue's number */
    private long fill(int round) {
        var issue = ledger.open("daily", "bench-" + round, Priority.DIGEST);
        var edition = editions.keep(issue, "fi", new Sheet(Language.FI, "Tiedotteet", "<p>Hei!</p>", "Hei!"));
        for (var from = 1L; from <= letters; from += PAGE) {
            var people = LongStream.rangeClosed(from, Math.min(letters, from + PAGE - 1))
                    .boxed()
                    .toList();
            ledger.queue(
                    edition,
                    people,
                    people.stream().map(id -> "tilaaja" + id + "@example.org").toList());
        }
        return issue.id();
    }

    /** Forgets what was settled before a moment, which is all of the issue before this one. */
    private void clean(Instant before, long issue) {
        var old = Clock.fixed(before.plus(SETTINGS.delivery().retention()), ZoneOffset.UTC);
        Measured.print("clean", source, own -> new Retention(own, SETTINGS, old).dropOld());
        var left = jdbc.sql("SELECT count(*) FROM letter WHERE issue_id < :issue")
                .param("issue", issue)
                .query(Long.class)
                .single();
        var tally = new Tallies(jdbc, Clock.systemUTC()).latest(2).get(1);
        if (left != 0 || tally.accepted() != letters || tally.audience() != letters) {
            throw new IllegalStateException(left + " letters are left; " + tally);
        }
    }

    private static HikariDataSource source(EmbeddedPostgres postgres) {
        var config = new HikariConfig();
        config.setJdbcUrl(postgres.url());
        config.setUsername(postgres.username());
        config.setPassword(postgres.password());
        return new HikariDataSource(config);
    }

    private static int number(String[] arguments, String name, int usual) {
        return Stream.of(arguments)
                .filter(each -> each.startsWith(name))
                .mapToInt(each -> Integer.parseInt(each.substring(name.length())))
                .findFirst()
                .orElse(usual);
    }
}
