package fi.tiedote.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ledger as couriers see it: what is due, who has claimed it until when, and what became of it. */
@Repository
class Queue {
    private final JdbcClient jdbc;
    private final Clock clock;

    Queue(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Letters that nobody else has, the most urgent first. */
    List<Letter> claim(UUID node, int limit) {
        return jdbc
                .sql("""
                WITH due AS MATERIALIZED (
                    SELECT id FROM letter
                     WHERE due_at <= :now
                     ORDER BY priority, due_at, id
                     LIMIT :limit
                       FOR UPDATE SKIP LOCKED)
                UPDATE letter
                   SET state = 'CLAIMED', node = :node, attempt = attempt + 1, due_at = NULL
                  FROM due
                 WHERE letter.id = due.id
                RETURNING letter.*
                """)
                .param("node", node)
                .param("now", moment(clock.instant()))
                .param("limit", limit)
                .query(Queue::letter)
                .list()
                .stream()
                .sorted(Comparator.comparing(Letter::priority).thenComparing(Letter::id))
                .toList();
    }

    /**
     * Records outcomes. Whoever lost the letter to another courier changes nothing. Where it was only cancelled or taken
     * back meanwhile, that the relay took it is a fact.
     */
    void settle(Collection<Settled> results) {
        settle(results, false);
    }

    /** The same, for other nodes to see at once; it may be lost with the database's machine, so that it has to be said again. */
    void settleSoon(Collection<Settled> results) {
        settle(results, true);
    }

    private void settle(Collection<Settled> results, boolean soon) {
        if (results.isEmpty()) {
            return;
        }
        jdbc.sql("""
                UPDATE letter
                   SET state = result.state, reply = result.reply, due_at = result.due_at, node = NULL,
                       tries = tries + 1, doubts = doubts + (result.state = 'IN_DOUBT')::int,
                       settled_at = CASE WHEN result.due_at IS NULL THEN :now END,
                       personal = CASE WHEN result.due_at IS NULL THEN NULL ELSE personal END
                  FROM unnest(:ids, :attempts, :states, :replies, :dues::timestamptz[])
                       AS result (id, attempt, state, reply, due_at),
                       set_config('synchronous_commit',
                                  CASE WHEN :soon THEN 'off' ELSE current_setting('synchronous_commit') END, true)
                 WHERE letter.id = result.id AND letter.attempt = result.attempt AND letter.id BETWEEN :first AND :last
                   AND (letter.state = 'CLAIMED'
                        OR letter.state IN ('QUEUED', 'CANCELLED') AND result.state = 'ACCEPTED')
                """)
                .param("now", moment(clock.instant()))
                .param("soon", soon)
                .params(range(results.stream().map(each -> each.letter().id())))
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
                        column(results, each -> text(each.outcome().dueAt())).toArray(String[]::new))
                .update();
    }

    /** What the journal of a process that died says the relay took. */
    void settleAccepted(Collection<Journal.Entry> accepted) {
        jdbc.sql("""
                UPDATE letter
                   SET state = 'ACCEPTED', node = NULL, due_at = NULL, personal = NULL, settled_at = :now,
                       tries = tries + 1
                  FROM unnest(:ids, :attempts) AS entry (id, attempt)
                 WHERE letter.id = entry.id AND letter.attempt = entry.attempt
                   AND letter.state IN ('CLAIMED', 'QUEUED', 'CANCELLED')
                """)
                .param("now", moment(clock.instant()))
                .param("ids", accepted.stream().map(Journal.Entry::id).toArray(Long[]::new))
                .param("attempts", accepted.stream().map(Journal.Entry::attempt).toArray(Integer[]::new))
                .update();
    }

    /** Gives letters back that were claimed and never put on the wire. */
    void handBack(Collection<Letter> letters) {
        if (letters.isEmpty()) {
            return;
        }
        jdbc.sql("""
                UPDATE letter
                   SET state = 'QUEUED', node = NULL, due_at = :now
                  FROM unnest(:ids, :attempts) AS given (id, attempt)
                 WHERE letter.id = given.id AND letter.attempt = given.attempt AND letter.state = 'CLAIMED'
                   AND letter.id BETWEEN :first AND :last
                """)
                .param("now", moment(clock.instant()))
                .params(range(letters.stream().map(Letter::id)))
                .param("ids", letters.stream().map(Letter::id).toArray(Long[]::new))
                .param("attempts", letters.stream().map(Letter::attempt).toArray(Integer[]::new))
                .update();
    }

    /** Which of a courier's letters were cancelled under its hands. */
    Set<Long> recalled(UUID node) {
        return Set.copyOf(jdbc.sql("SELECT id FROM letter WHERE node = :node AND state = 'CANCELLED'")
                .param("node", node)
                .query(Long.class)
                .list());
    }

    /** Whether other nodes send, too. */
    boolean hasOthers(UUID node) {
        return jdbc.sql(
                        "SELECT EXISTS (SELECT FROM courier_node WHERE id <> :node AND lease_until > clock_timestamp())")
                .param("node", node)
                .query(Boolean.class)
                .single();
    }

    /** The database's clock decides, so that the nodes' own need not agree. */
    void renewLease(UUID node, Duration lease) {
        jdbc.sql("""
                INSERT INTO courier_node VALUES (:node, clock_timestamp() + :seconds * interval '1 second')
                ON CONFLICT (id) DO UPDATE SET lease_until = excluded.lease_until
                """).param("node", node).param("seconds", lease.toSeconds()).update();
    }

    /** A node ends, or is known to have ended. @return how many letters came back */
    int endLease(UUID node) {
        jdbc.sql("DELETE FROM courier_node WHERE id = :node")
                .param("node", node)
                .update();
        return takeBack();
    }

    /** Returns the claims of all nodes that are no more. */
    int takeBack() {
        jdbc.sql("DELETE FROM courier_node WHERE lease_until < clock_timestamp()")
                .update();
        return jdbc.sql("""
                UPDATE letter SET state = 'QUEUED', node = NULL, due_at = :now
                 WHERE state = 'CLAIMED' AND NOT EXISTS (SELECT FROM courier_node WHERE courier_node.id = letter.node)
                """).param("now", moment(clock.instant())).update();
    }

    /** Saves PostgreSQL from reading the whole table for a batch, whose letters are neighbours as a rule. */
    private static Map<String, Long> range(Stream<Long> ids) {
        var span = ids.mapToLong(Long::longValue).summaryStatistics();
        return Map.of("first", span.getMin(), "last", span.getMax());
    }

    private static Letter letter(ResultSet row, int number) throws SQLException {
        return new Letter(
                row.getLong("id"),
                row.getInt("attempt"),
                row.getInt("tries"),
                row.getInt("doubts"),
                row.getLong("issue_id"),
                row.getLong("edition_id"),
                row.getString("newsletter"),
                row.getLong("subscriber"),
                row.getString("address"),
                row.getString("personal"),
                Priority.of(row.getInt("priority")),
                row.getObject("queued_at", OffsetDateTime.class).toInstant());
    }

    private static <T extends @Nullable Object> List<T> column(
            Collection<Settled> results, Function<Settled, T> value) {
        return results.stream().map(value).toList();
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    private static OffsetDateTime moment(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
