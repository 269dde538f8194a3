package fi.tiedote.feed;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was asked of the hub and is not proved yet. */
@Repository
class HubWishes {
    private final JdbcClient jdbc;

    HubWishes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A newer wish about the same feed and callback replaces the older one, whoever has that in his hands. */
    void take(HubIntent intent, Instant now) {
        jdbc.sql("""
                INSERT INTO hub_intent (topic, callback, host, mode, secret, lease, due_at)
                VALUES (:topic, :callback, :host, :mode, :secret, make_interval(secs => :lease), :now)
                ON CONFLICT (topic, callback) DO UPDATE
                   SET mode = excluded.mode, secret = excluded.secret, lease = excluded.lease,
                       due_at = excluded.due_at, attempt = hub_intent.attempt + 1
                """)
                .param("topic", intent.topic())
                .param("callback", intent.callback().toString())
                .param("host", intent.host())
                .param("mode", intent.mode().word())
                .param("secret", intent.secret())
                .param("lease", intent.lease().toSeconds())
                .param("now", at(now))
                .update();
        jdbc.sql("""
                INSERT INTO hub_host (host, free_at) VALUES (:host, :now)
                ON CONFLICT (host) DO UPDATE SET free_at = GREATEST(hub_host.free_at, excluded.free_at)
                """).param("host", intent.host()).param("now", at(now)).update();
        jdbc.sql("SELECT pg_notify('hub', '')")
                .query((result, number) -> number)
                .list();
    }

    /** Whether there is something to unsubscribe from; nobody is called for nothing. */
    boolean know(HubIntent intent) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT FROM hub_subscription WHERE topic = :topic AND callback = :callback)
                    OR EXISTS (SELECT FROM hub_intent WHERE topic = :topic AND callback = :callback)
                """)
                .param("topic", intent.topic())
                .param("callback", intent.callback().toString())
                .query(Boolean.class)
                .single();
    }

    /** Subscriptions and wishes of others whose callbacks are on a host. */
    int countBeside(HubIntent intent) {
        return jdbc.sql("""
                SELECT count(*) FROM (SELECT topic, callback FROM hub_subscription WHERE host = :host
                                      UNION SELECT topic, callback FROM hub_intent WHERE host = :host) AS known
                 WHERE (topic, callback) <> (:topic, :callback)
                """)
                .param("host", intent.host())
                .param("topic", intent.topic())
                .param("callback", intent.callback().toString())
                .query(Integer.class)
                .single();
    }

    List<HubIntent> claim(HubTurn turn, Instant now, Instant until, int limit) {
        return jdbc.sql("""
                UPDATE hub_intent SET due_at = :until, attempt = attempt + 1
                 WHERE id IN (SELECT id FROM hub_intent WHERE host = :host AND due_at <= :now
                               ORDER BY due_at LIMIT :limit FOR UPDATE SKIP LOCKED)
                RETURNING id, mode, topic, callback, secret, EXTRACT(epoch FROM lease)::bigint AS lease, attempt
                """)
                .param("host", turn.host())
                .param("now", at(now))
                .param("until", at(until))
                .param("limit", limit)
                .query(HubWishes::intent)
                .list();
    }

    /** Nobody was called: it stays due. */
    void putBack(HubIntent intent, Instant now) {
        jdbc.sql("UPDATE hub_intent SET due_at = :now WHERE id = :id AND attempt = :attempt")
                .param("now", at(now))
                .param("id", intent.id())
                .param("attempt", intent.attempt())
                .update();
    }

    void forget(HubIntent intent) {
        jdbc.sql("DELETE FROM hub_intent WHERE id = :id AND attempt = :attempt")
                .param("id", intent.id())
                .param("attempt", intent.attempt())
                .update();
    }

    private static HubIntent intent(ResultSet row, int number) throws SQLException {
        return new HubIntent(
                row.getLong("id"),
                HubIntent.Mode.valueOf(row.getString("mode").toUpperCase(Locale.ROOT)),
                row.getString("topic"),
                URI.create(row.getString("callback")),
                row.getString("secret"),
                Duration.ofSeconds(row.getLong("lease")),
                row.getInt("attempt"));
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
