package fi.tiedote.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ledger as couriers write it: what became of the letters that they had, also those of a process that died. */
@Repository
class Results {
    private final JdbcClient jdbc;
    private final Clock clock;

    Results(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Records outcomes. Whoever lost the letter to another courier changes nothing. Where it was only cancelled or taken
     * back meanwhile, that the relay took it is a fact.
     */
    void settle(String relay, Collection<Settled> results) {
        settle(relay, results, false);
    }

    /** The same, for other nodes to see at once; it may be lost with the database's machine, so that it has to be said again. */
    void settleSoon(String relay, Collection<Settled> results) {
        settle(relay, results, true);
    }

    private void settle(String relay, Collection<Settled> results, boolean soon) {
        if (results.isEmpty()) {
            return;
        }
        jdbc.sql("""
                WITH settled AS (
                UPDATE letter
                   SET state = result.state, reply = result.reply, due_at = result.due_at, node = NULL,
                       relay = :relay,
                       tries = tries + 1, doubts = doubts + (result.state = 'IN_DOUBT')::int,
                       settled_at = CASE WHEN result.due_at IS NULL THEN :now END,
                       personal = CASE WHEN result.due_at IS NULL THEN NULL ELSE personal END
                  FROM unnest(:ids, :attempts, :states, :replies, :dues::timestamptz[])
                       AS result (id, attempt, state, reply, due_at),
                       set_config('synchronous_commit',
                                  CASE WHEN :soon THEN 'off' ELSE current_setting('synchronous_commit') END, true)
                 WHERE letter.id = result.id AND letter.attempt = result.attempt AND letter.id BETWEEN :first AND :last
                   AND (letter.state = 'CLAIMED'
                        OR letter.state IN ('QUEUED', 'DEFERRED', 'IN_DOUBT', 'CANCELLED')
                           AND result.state = 'ACCEPTED')
                RETURNING letter.id, letter.subscriber, letter.priority),
                dead AS (
                INSERT INTO suspension (subscriber, lifted, noted_at)
                SELECT subscriber, false, :now FROM settled WHERE id = ANY (:dead) AND priority > 0
                RETURNING id)
                SELECT pg_notify('suspension', '') FROM dead LIMIT 1
                """)
                .param("relay", relay)
                .param("dead", dead(results))
                .param("now", Queue.moment(clock.instant()))
                .param("soon", soon)
                .params(Queue.range(results.stream().map(each -> each.letter().id())))
                .param("ids", column(results, each -> each.letter().id()).toArray(Long[]::new))
                .param(
                        "attempts",
                        column(results, each -> each.letter().attempt()).toArray(Integer[]::new))
                .param("states", column(results, each -> each.outcome().state()).toArray(String[]::new))
                .param(
                        "replies",
                        column(results, each -> each.outcome().reply()).toArray(String[]::new))
                .param(
                        "dues",
                        column(results, each -> Queue.text(each.outcome().dueAt()))
                                .toArray(String[]::new))
                .query((row, number) -> number)
                .list();
    }

    /** Confirmations have no subscriber yet who could be suspended. */
    private static Long[] dead(Collection<Settled> results) {
        return results.stream()
                .filter(each -> each.outcome() instanceof Outcome.Refused refused && refused.cause() == Cause.ADDRESS)
                .map(each -> each.letter().id())
                .toArray(Long[]::new);
    }

    /** What the journal of a process that died says; what it does not name has not been on the wire. */
    void settleLeft(Collection<Journal.Entry> entries, Doubts doubts) {
        settleAccepted(entries.stream()
                .filter(each -> each.fate() == Journal.Fate.ACCEPTED)
                .toList());
        doubt(entries.stream().filter(each -> each.fate() == Journal.Fate.WIRE).toList(), doubts);
    }

    /** Nobody waits for the answer any more, so that there is no reason to wait before it is sent again. */
    private void doubt(Collection<Journal.Entry> entries, Doubts doubts) {
        jdbc.sql("""
                UPDATE letter
                   SET state = 'IN_DOUBT', node = NULL, reply = 'the process ended before the reply came',
                       tries = tries + 1, doubts = doubts + 1,
                       due_at = CASE WHEN again THEN '-infinity'::timestamptz END,
                       settled_at = CASE WHEN NOT again THEN :now END,
                       personal = CASE WHEN again THEN personal END
                  FROM (SELECT letter.id, letter.attempt, doubts = 0 AND newsletter <> ALL (:left) AS again
                          FROM letter JOIN unnest(:ids, :attempts) AS entry (id, attempt) USING (id, attempt)) AS entry
                 WHERE letter.id = entry.id AND letter.attempt = entry.attempt
                   AND letter.state IN ('CLAIMED', 'QUEUED', 'DEFERRED')
                """)
                .param("now", Queue.moment(clock.instant()))
                .param("left", doubts.left().toArray(String[]::new))
                .param("ids", entries.stream().map(Journal.Entry::id).toArray(Long[]::new))
                .param("attempts", entries.stream().map(Journal.Entry::attempt).toArray(Integer[]::new))
                .update();
    }

    private void settleAccepted(Collection<Journal.Entry> accepted) {
        jdbc.sql("""
                UPDATE letter
                   SET state = 'ACCEPTED', node = NULL, due_at = NULL, personal = NULL, settled_at = :now,
                       tries = tries + 1
                  FROM unnest(:ids, :attempts) AS entry (id, attempt)
                 WHERE letter.id = entry.id AND letter.attempt = entry.attempt
                   AND letter.state IN ('CLAIMED', 'QUEUED', 'DEFERRED', 'IN_DOUBT', 'CANCELLED')
                """)
                .param("now", Queue.moment(clock.instant()))
                .param("ids", accepted.stream().map(Journal.Entry::id).toArray(Long[]::new))
                .param("attempts", accepted.stream().map(Journal.Entry::attempt).toArray(Integer[]::new))
                .update();
    }

    /** Refused letters that were refused by mistake; so were the addresses that were called dead by it. */
    void reopen(Collection<Letter> letters, Instant dueAt) {
        if (letters.isEmpty()) {
            return;
        }
        jdbc.sql("""
                WITH reopened AS (
                    UPDATE letter SET state = 'DEFERRED', due_at = :due, settled_at = NULL
                      FROM unnest(:ids, :attempts) AS given (id, attempt)
                     WHERE letter.id = given.id AND letter.attempt = given.attempt
                       AND letter.state = 'REFUSED' AND letter.priority > 0
                    RETURNING subscriber),
                lifted AS (
                    INSERT INTO suspension (subscriber, lifted, noted_at)
                    SELECT subscriber, true, :now FROM reopened
                    RETURNING id)
                SELECT pg_notify('suspension', '') FROM lifted LIMIT 1
                """)
                .param("due", Queue.moment(dueAt))
                .param("now", Queue.moment(clock.instant()))
                .param("ids", letters.stream().map(Letter::id).toArray(Long[]::new))
                .param("attempts", letters.stream().map(Letter::attempt).toArray(Integer[]::new))
                .query((row, number) -> number)
                .list();
    }

    private static <T extends @Nullable Object> List<T> column(
            Collection<Settled> results, Function<Settled, T> value) {
        return results.stream().map(value).toList();
    }
}
