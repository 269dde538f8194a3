package fi.tiedote.gather;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Our subscriptions at the hubs of others, and who speaks to the hub now. */
@Repository
class Pushes {
    private final JdbcClient jdbc;

    Pushes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A feed names another hub, or itself otherwise, or none any more: what was is ended. */
    void endOthers(String source, String hub, String topic, Instant now) {
        jdbc.sql("""
                UPDATE source_push SET state = 'ending', due_at = :now, tries = 0, asked_at = NULL, attempt = attempt + 1
                 WHERE source = :source AND state <> 'ending' AND (hub <> :hub OR topic <> :topic)
                """)
                .param("source", source)
                .param("hub", hub)
                .param("topic", topic)
                .param("now", at(now))
                .update();
    }

    /** Does nothing where there is one. */
    void want(String source, URI hub, String topic, boolean inside, Secrets secrets, Instant now) {
        jdbc.sql("""
                INSERT INTO source_push (token, source, hub, topic, inside, secret, state, due_at)
                VALUES (:token, :source, :hub, :topic, :inside, :secret, 'wanted', :now)
                ON CONFLICT DO NOTHING
                """)
                .param("token", secrets.token())
                .param("source", source)
                .param("hub", hub.toString())
                .param("topic", topic)
                .param("inside", inside)
                .param("secret", secrets.secret())
                .param("now", at(now))
                .update();
    }

    /** Ends those of sources that are gone. */
    void endAllBut(Collection<String> sources, Instant now) {
        jdbc.sql("""
                UPDATE source_push SET state = 'ending', due_at = :now, tries = 0, asked_at = NULL, attempt = attempt + 1
                 WHERE NOT source = ANY (:sources) AND state <> 'ending'
                """)
                .param("sources", sources.toArray(String[]::new))
                .param("now", at(now))
                .update();
    }

    /** Those about which the hub is to be called; what it verifies from now on was asked for. */
    List<Push> claim(Instant now, Duration hold, int limit) {
        return jdbc.sql("""
                UPDATE source_push SET due_at = :until, attempt = attempt + 1, asked_at = :now
                 WHERE token IN (SELECT token FROM source_push WHERE due_at <= :now
                                  ORDER BY due_at LIMIT :limit FOR UPDATE SKIP LOCKED)
                RETURNING token, source, hub, topic, inside, secret, state, attempt, tries
                """)
                .param("now", at(now))
                .param("until", at(now.plus(hold)))
                .param("limit", limit)
                .query(Push.class)
                .list();
    }

    /** Nothing happens where the hub has verified it meanwhile. */
    void called(Push push, boolean taken, Instant due) {
        jdbc.sql("""
                UPDATE source_push SET due_at = :due, tries = tries + 1,
                       asked_at = CASE WHEN :taken THEN asked_at END
                 WHERE token = :token AND attempt = :attempt
                """)
                .param("due", at(due))
                .param("taken", taken)
                .param("token", push.token())
                .param("attempt", push.attempt())
                .update();
    }

    void forget(Push push) {
        jdbc.sql("DELETE FROM source_push WHERE token = :token AND attempt = :attempt")
                .param("token", push.token())
                .param("attempt", push.attempt())
                .update();
    }

    /** @return whether we had asked for it */
    boolean subscribed(String token, String topic, Instant leaseUntil, Instant renewAt) {
        return jdbc.sql("""
                        UPDATE source_push
                           SET state = 'active', lease_until = :lease, due_at = :renew, tries = 0, asked_at = NULL,
                               attempt = attempt + 1
                         WHERE token = :token AND topic = :topic AND state <> 'ending' AND asked_at IS NOT NULL
                        """)
                        .param("token", token)
                        .param("topic", topic)
                        .param("lease", at(leaseUntil))
                        .param("renew", at(renewAt))
                        .update()
                == 1;
    }

    /** @return whether we had asked for it */
    boolean unsubscribed(String token, String topic) {
        return jdbc.sql("""
                        DELETE FROM source_push
                         WHERE token = :token AND topic = :topic AND state = 'ending' AND asked_at IS NOT NULL
                        """).param("token", token).param("topic", topic).update() == 1;
    }

    /** @return whether there is such a subscription */
    boolean denied(String token, String topic, Instant again) {
        return jdbc.sql("""
                        UPDATE source_push
                           SET state = CASE WHEN state = 'ending' THEN state ELSE 'wanted' END, due_at = :again,
                               lease_until = NULL, asked_at = NULL, works = false, attempt = attempt + 1
                         WHERE token = :token AND topic = :topic
                        """)
                        .param("token", token)
                        .param("topic", topic)
                        .param("again", at(again))
                        .update()
                == 1;
    }

    /** Who may push there; empty where nobody may. */
    Optional<Expected> expected(String token) {
        return jdbc.sql("SELECT source, secret FROM source_push WHERE token = :token AND state = 'active'")
                .param("token", token)
                .query(Expected.class)
                .optional();
    }

    void works(String source, boolean works) {
        jdbc.sql(
                        "UPDATE source_push SET works = :works WHERE source = :source AND state = 'active' AND works <> :works")
                .param("source", source)
                .param("works", works)
                .update();
    }

    /** Who pushes, and with what they sign. */
    record Expected(String source, String secret) {}

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
