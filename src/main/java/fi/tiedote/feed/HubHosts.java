package fi.tiedote.feed;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whose turn it is to be called: a host that is slow or silent keeps nobody else waiting. */
@Repository
class HubHosts {
    private final JdbcClient jdbc;

    HubHosts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of a host that nobody calls, that may be called again and for which something is due, the one that waits longest. */
    Optional<HubTurn> claim(Instant now, Instant until) {
        return jdbc.sql("""
                UPDATE hub_host SET free_at = :until, attempt = attempt + 1
                 WHERE host = (SELECT host FROM hub_host AS waiting
                                WHERE free_at <= :now
                                  AND (EXISTS (SELECT FROM hub_intent WHERE due_at <= :now)
                                    OR EXISTS (SELECT FROM hub_subscription WHERE due_at <= :now))
                                  AND (EXISTS (SELECT FROM hub_intent AS due
                                                WHERE due.host = waiting.host AND due.due_at <= :now)
                                    OR EXISTS (SELECT FROM hub_subscription AS due
                                                WHERE due.host = waiting.host AND due.due_at <= :now
                                                  AND due.lease_until > :now))
                                ORDER BY free_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                RETURNING host, attempt, silences
                """)
                .param("now", at(now))
                .param("until", at(until))
                .query(HubTurn.class)
                .optional();
    }

    void free(HubTurn turn, int silences, Instant at) {
        jdbc.sql("""
                UPDATE hub_host SET free_at = :at, silences = :silences WHERE host = :host AND attempt = :attempt
                """)
                .param("at", at(at))
                .param("silences", silences)
                .param("host", turn.host())
                .param("attempt", turn.attempt())
                .update();
    }

    /** Those of whom nothing is left. One that was wished for since this began has been touched, and stays. */
    void forget(Instant unusedSince) {
        jdbc.sql("""
                DELETE FROM hub_host AS unused
                 WHERE free_at < :since
                   AND NOT EXISTS (SELECT FROM hub_intent WHERE host = unused.host)
                   AND NOT EXISTS (SELECT FROM hub_subscription WHERE host = unused.host)
                """).param("since", at(unusedSince)).update();
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
