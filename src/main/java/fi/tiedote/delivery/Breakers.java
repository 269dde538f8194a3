package fi.tiedote.delivery;

import fi.tiedote.database.Notifications;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Relays and domains to which nothing goes for now, the same on all nodes. Thread-safe. */
@Repository
class Breakers {
    /** Instead of a domain: all of them. */
    static final String ALL = "";

    private static final Logger LOG = LoggerFactory.getLogger(Breakers.class);
    private static final Duration LONGEST = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Duration first;
    private final Clock clock;
    private final MeterRegistry figures;
    private volatile Map<Where, Breaker> open = Map.of();

    Breakers(
            JdbcClient jdbc,
            DeliverySettings settings,
            Notifications notifications,
            MeterRegistry figures,
            Clock clock) {
        this.jdbc = jdbc;
        this.first = settings.delivery().breaker();
        this.clock = clock;
        this.figures = figures;
        notifications.on("breaker", payload -> refresh());
        Gauge.builder("tiedote.breakers.open", this, breakers -> breakers.open.size())
                .description("Relays and domains to which nothing is sent for now")
                .register(figures);
    }

    Optional<Breaker> at(String relay, String domain) {
        return open.isEmpty() ? Optional.empty() : Optional.ofNullable(open.get(new Where(relay, domain)));
    }

    /** How many domains of a relay are closed because of us. */
    long domains(String relay, String reason) {
        return open.values().stream()
                .filter(each -> each.relay().equals(relay) && !each.domain().equals(ALL))
                .filter(each -> each.reason().startsWith(reason))
                .count();
    }

    /** Nothing more goes there; told once for as long as it stays so. */
    void trip(String relay, String domain, String reason) {
        var now = clock.instant();
        var trips = at(relay, domain).map(Breaker::trips).orElse(0) + 1;
        var breaker = jdbc.sql("""
                INSERT INTO breaker (relay, domain, reason, trips, opened_at, retry_at)
                VALUES (:relay, :domain, :reason, 1, :now, :retry)
                ON CONFLICT (relay, domain) DO UPDATE
                   SET reason = excluded.reason, trips = :trips, retry_at = greatest(breaker.retry_at, excluded.retry_at)
                RETURNING *
                """)
                .param("relay", relay)
                .param("domain", domain)
                .param("reason", reason)
                .param("trips", trips)
                .param("now", moment(now))
                .param("retry", moment(now.plus(pause(trips))))
                .query(Breakers::breaker)
                .single();
        if (breaker.trips() == 1) {
            LOG.error(
                    "sender alarm: relay {}, domain {}: {}; nothing goes there for now, letters are kept",
                    relay,
                    domain.isEmpty() ? "any" : domain,
                    reason);
            figures.counter("tiedote.sender.alarms", "relay", relay).increment();
        }
        tell();
    }

    /** Whether the caller may send one letter to see how things are; one on all nodes may, once in a pause. */
    boolean probe(Breaker breaker) {
        var now = clock.instant();
        var mine = jdbc.sql("""
                UPDATE breaker SET retry_at = :later
                 WHERE relay = :relay AND domain = :domain AND retry_at <= :now
                """)
                        .param("relay", breaker.relay())
                        .param("domain", breaker.domain())
                        .param("now", moment(now))
                        .param("later", moment(now.plus(pause(breaker.trips()))))
                        .update()
                == 1;
        refresh();
        return mine;
    }

    void close(Breaker breaker) {
        jdbc.sql("DELETE FROM breaker WHERE relay = :relay AND domain = :domain")
                .param("relay", breaker.relay())
                .param("domain", breaker.domain())
                .update();
        LOG.info("relay {} {} takes letters again", breaker.relay(), breaker.domain());
        tell();
    }

    /** While the database is away, what was known stays. */
    void refresh() {
        try {
            open = all().stream()
                    .collect(
                            Collectors.toUnmodifiableMap(each -> new Where(each.relay(), each.domain()), each -> each));
        } catch (DataAccessException away) {
            LOG.debug("the database is away", away);
        }
    }

    List<Breaker> all() {
        return jdbc.sql("SELECT * FROM breaker ORDER BY relay, domain")
                .query(Breakers::breaker)
                .list();
    }

    Instant now() {
        return clock.instant();
    }

    private void tell() {
        jdbc.sql("SELECT pg_notify('breaker', '')")
                .query((row, number) -> number)
                .list();
        refresh();
    }

    private Duration pause(int trips) {
        var doubled = first.multipliedBy(1L << Math.min(Math.max(0, trips - 1), 10));
        return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }

    private static Breaker breaker(ResultSet row, int number) throws SQLException {
        return new Breaker(
                row.getString("relay"),
                row.getString("domain"),
                row.getString("reason"),
                row.getInt("trips"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getObject("retry_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime moment(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private record Where(String relay, String domain) {}
}
