package fi.tiedote.feed;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The hub's subscriptions. Each call is a transaction of its own: between two of them the network is asked. */
@Repository
class HubLedger {
    private final JdbcClient jdbc;

    HubLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param sent tag of the edition that the subscriber is taken to have */
    void subscribe(HubIntent intent, String sent, Instant now) {
        jdbc.sql("""
                INSERT INTO hub_subscription (topic, callback, host, secret, lease_until, sent)
                VALUES (:topic, :callback, :host, :secret, :until, :sent)
                ON CONFLICT (topic, callback) DO UPDATE
                   SET secret = excluded.secret, lease_until = excluded.lease_until
                """)
                .param("topic", intent.topic())
                .param("callback", intent.callback().toString())
                .param("host", intent.host())
                .param("secret", intent.secret())
                .param("until", at(now.plus(intent.lease())))
                .param("sent", sent)
                .update();
    }

    void unsubscribe(HubIntent intent) {
        jdbc.sql("DELETE FROM hub_subscription WHERE topic = :topic AND callback = :callback")
                .param("topic", intent.topic())
                .param("callback", intent.callback().toString())
                .update();
    }

    /** Any feed may have changed. A push that is under way, or that waits after a failure, learns it by its revision. */
    void releasesChanged(Instant now) {
        jdbc.sql("DELETE FROM hub_subscription WHERE lease_until <= :now")
                .param("now", at(now))
                .update();
        jdbc.sql("UPDATE hub_subscription SET revision = revision + 1, due_at = COALESCE(due_at, :now)")
                .param("now", at(now))
                .update();
    }

    List<HubPush> claim(HubTurn turn, Instant now, Instant until, int limit) {
        return jdbc.sql("""
                UPDATE hub_subscription SET due_at = :until, attempt = attempt + 1
                 WHERE id IN (SELECT id FROM hub_subscription
                               WHERE host = :host AND due_at <= :now AND lease_until > :now
                               ORDER BY due_at LIMIT :limit FOR UPDATE SKIP LOCKED)
                RETURNING id, topic, callback, secret, sent, revision, attempt, tries
                """)
                .param("host", turn.host())
                .param("now", at(now))
                .param("until", at(until))
                .param("limit", limit)
                .query(HubLedger::push)
                .list();
    }

    /** @param sent tag of what the subscriber has now; due again where releases changed meanwhile */
    void settle(HubPush push, String sent, Instant now) {
        jdbc.sql("""
                UPDATE hub_subscription
                   SET sent = :sent, tries = 0, due_at = CASE WHEN revision = :revision THEN NULL ELSE :now END
                 WHERE id = :id AND attempt = :attempt
                """)
                .param("sent", sent)
                .param("revision", push.revision())
                .param("now", at(now))
                .param("id", push.id())
                .param("attempt", push.attempt())
                .update();
    }

    void postpone(HubPush push, Duration pause, Instant now) {
        jdbc.sql("""
                UPDATE hub_subscription SET tries = tries + 1, due_at = :due WHERE id = :id AND attempt = :attempt
                """)
                .param("due", at(now.plus(pause)))
                .param("id", push.id())
                .param("attempt", push.attempt())
                .update();
    }

    /** Nobody was called: it stays due. */
    void putBack(HubPush push, Instant now) {
        jdbc.sql("UPDATE hub_subscription SET due_at = :now WHERE id = :id AND attempt = :attempt")
                .param("now", at(now))
                .param("id", push.id())
                .param("attempt", push.attempt())
                .update();
    }

    void end(HubPush push) {
        jdbc.sql("DELETE FROM hub_subscription WHERE id = :id AND attempt = :attempt")
                .param("id", push.id())
                .param("attempt", push.attempt())
                .update();
    }

    private static HubPush push(ResultSet row, int number) throws SQLException {
        return new HubPush(
                row.getLong("id"),
                row.getString("topic"),
                URI.create(row.getString("callback")),
                row.getString("secret"),
                row.getString("sent"),
                row.getLong("revision"),
                row.getInt("attempt"),
                row.getInt("tries"));
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
