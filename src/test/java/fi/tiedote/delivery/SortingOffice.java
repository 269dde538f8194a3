package fi.tiedote.delivery;

import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import fi.tiedote.city.City;
import fi.tiedote.city.Language;
import fi.tiedote.city.Names;
import fi.tiedote.database.Listening;
import fi.tiedote.database.Notifications;
import fi.tiedote.kit.MailServer;
import fi.tiedote.kit.MovingClock;
import fi.tiedote.kit.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/** The whole module over a database of its own; couriers when a test wants them. */
class SortingOffice implements AutoCloseable {
    static final Doubts AGAIN = new Doubts(
            Doubts.Policy.SEND_AGAIN, Doubts.Policy.SEND_AGAIN, Doubts.Policy.SEND_AGAIN, Doubts.Policy.SEND_AGAIN);
    static final Doubts LEFT =
            new Doubts(Doubts.Policy.LEAVE, Doubts.Policy.LEAVE, Doubts.Policy.LEAVE, Doubts.Policy.LEAVE);
    private static final Duration REPLY = Duration.ofMinutes(5);
    private static final Duration VERDICT = Duration.ofMinutes(10);
    static final String RELAY = "relay.example.fi";
    static final City CITY = new City(
            new Names("Esimerkkilän kaupunki", "Exempelby stad", "City of Esimerkkilä"),
            URI.create("https://tiedote.example.fi"),
            ZoneId.of("Europe/Helsinki"),
            "tiedotteet@example.fi");

    final TestDatabase database = TestDatabase.fresh();
    final MovingClock clock = new MovingClock("2026-11-23T09:00:00Z");
    final Ledger ledger = new Ledger(database.jdbc(), clock);
    final Tallies tallies = new Tallies(database.jdbc(), clock);
    final Queue queue = new Queue(database.jdbc(), database.transactions(), clock);
    final Results results = new Results(database.jdbc(), clock);
    final Seals seals = new Seals(new SealKeys(database.jdbc(), clock));
    final Notifications notifications = Listening.to(database);
    final Editions editions;
    /** For couriers that start later. */
    Doubts doubts = AGAIN;

    Duration reply = REPLY;
    Duration verdict = VERDICT;

    final SimpleMeterRegistry figures = new SimpleMeterRegistry();
    private final Path data;
    private final List<Couriers> couriers = new ArrayList<>();
    private final Bell bell = new Bell();
    private final List<Thread> shifts = new ArrayList<>();

    SortingOffice(Path data) {
        this.data = data;
        this.editions = new Editions(database.jdbc(), new Engraver(CITY, settings(data), clock));
    }

    static DeliverySettings settings(Path data, Relay... relays) {
        return new DeliverySettings(data, List.of(relays), null, List.of(), patience(AGAIN, REPLY, VERDICT));
    }

    private static DeliverySettings.Patience patience(Doubts doubts, Duration reply, Duration verdict) {
        return new DeliverySettings.Patience(
                Duration.ofMinutes(1),
                Duration.ofMinutes(15),
                Duration.ofSeconds(30),
                Duration.ofMillis(50),
                Duration.ofMillis(400),
                reply,
                verdict,
                Duration.ofMillis(50),
                Duration.ofDays(90),
                Duration.ofMinutes(5),
                doubts,
                new DeliverySettings.GiveUp(Duration.ofHours(1), Duration.ofHours(6), Duration.ofDays(4)));
    }

    static Signers signers(DeliverySettings settings, Clock clock) {
        return new Signers(settings, CITY, new Penmanship(true), clock);
    }

    /** An issue of the newsletter "daily" with a letter for each of the subscribers 1 to {@code letters}. */
    Edition issue(int letters) {
        return issue(letters, "Hei!");
    }

    Edition issue(int letters, String text) {
        var issue = ledger.open("daily", "2026-11-23", Priority.DIGEST);
        var edition = editions.keep(issue, "fi", new Sheet(Language.FI, "Tiedotteet", "<p>Hei!</p>", text));
        ledger.queue(edition, addressees(letters));
        return edition;
    }

    /** A node that lives for an hour. */
    UUID node() {
        var living = UUID.randomUUID();
        queue.renewLease(living, Duration.ofHours(1));
        return living;
    }

    void settle(Letter letter, Outcome outcome) {
        results.settle(RELAY, List.of(new Settled(letter, outcome)));
    }

    static List<Addressee> addressees(int count) {
        return LongStream.rangeClosed(1, count)
                .mapToObj(id -> new Addressee(id, address(id)))
                .toList();
    }

    static String address(long subscriber) {
        return "tilaaja" + subscriber + "@example.org";
    }

    Couriers deliver(MailServer server, int connections) {
        return deliver(server, connections, () -> {});
    }

    /** @param between what to do when listeners are there and nobody listens yet */
    Couriers deliver(MailServer server, int connections, Runnable between) {
        return deliver(between, relay(server, connections));
    }

    static Relay relay(MailServer server, int connections) {
        return new Relay(server.host(), server.port(), Relay.Security.NONE, null, null, connections);
    }

    Couriers deliver(Runnable between, Relay... relays) {
        var settings = new DeliverySettings(data, List.of(relays), null, List.of(), patience(doubts, reply, verdict));
        var none = new DefaultListableBeanFactory().getBeanProvider(Relay.class);
        var equipment = equipment(settings);
        var started =
                new Couriers(queue, results, new Relays(settings, none), equipment, settings, notifications, false);
        couriers.add(started);
        between.run();
        notifications.start();
        started.start();
        return started;
    }

    /** One courier with a journal of the test's own. */
    void deliverWith(Journal journal, MailServer server) {
        var lease = new Lease(queue, Duration.ofSeconds(30));
        lease.renew();
        var relay = relay(server, 1);
        var shift = equipment(settings(data, relay))
                .shift(relay, journal, lease, new Recalls(queue, lease, notifications), bell);
        shifts.add(new Thread(shift, "courier of a test"));
        shifts.get(shifts.size() - 1).start();
    }

    private Equipment equipment(DeliverySettings settings) {
        var breakers = new Breakers(database.jdbc(), settings, notifications, figures, clock);
        var days = new RelayDays(database.jdbc());
        var posts = new Posts(results, breakers, days, settings, CITY, figures, clock);
        return new Equipment(
                posts, queue, results, editions, seals, signers(settings, clock), settings, CITY, figures, clock);
    }

    /** All its connections end, and none can be had for a while. */
    void interruptDatabase() {
        var main = database.server();
        main.sql("ALTER DATABASE " + database.name() + " ALLOW_CONNECTIONS false")
                .update();
        main.sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = :name")
                .param("name", database.name())
                .query(Boolean.class)
                .list();
        CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS)
                .execute(() -> main.sql("ALTER DATABASE " + database.name() + " ALLOW_CONNECTIONS true")
                        .update());
    }

    Tally tally() {
        return tallies.latest(1).get(0);
    }

    /** The row of a subscriber's letter. */
    Row row(long subscriber) {
        return database.jdbc()
                .sql(
                        "SELECT state, attempt, tries, reply, due_at IS NOT NULL AS due, relay FROM letter WHERE subscriber = :id")
                .param("id", subscriber)
                .query(Row.class)
                .single();
    }

    Row awaitState(long subscriber, String... states) {
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> row(subscriber), row -> Stream.of(states).anyMatch(row.state()::equals));
    }

    @Override
    public void close() {
        couriers.forEach(Couriers::stop);
        bell.ringTheEnd(shifts.size());
        shifts.forEach(SortingOffice::join);
        // It notices after half a second, for which nobody needs to wait.
        new Thread(notifications::stop).start();
        ((HikariDataSource) database.dataSource()).close();
    }

    private static void join(Thread thread) {
        try {
            thread.join(20_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    record Row(
            String state,
            int attempt,
            int tries,
            @Nullable String reply,
            boolean due,
            @Nullable String relay) {}
}
