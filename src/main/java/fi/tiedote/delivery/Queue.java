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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/** The ledger as couriers see it: what is due, and who has claimed it until when. What became of it is in {@link Results}. */
@Repository
class Queue {
    /** Claimed letters, whichever the condition after it means, are due again as they were before. */
    private static final String GIVE_BACK = """
            UPDATE letter
               SET state = CASE WHEN doubts > 0 THEN 'IN_DOUBT' WHEN tries > 0 THEN 'DEFERRED' ELSE 'QUEUED' END,
                   node = NULL, due_at = '-infinity'
             WHERE state = 'CLAIMED' AND
            """;

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;

    Queue(JdbcClient jdbc, TransactionOperations transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** After so long a relay looks again at letters that it left to others, which may not be there. */
    private static final Duration SHUNNED = Duration.ofMinutes(10);

    /**
     * Letters that nobody else has, the most urgent first, and as many of each issue of a class. What a relay may already
     * have is for that relay alone.
     */
    List<Letter> claim(UUID node, String relay, int limit) {
        try {
            return transactions.execute(transaction -> {
                keepToIndexes();
                return claimDue(node, relay, limit);
            });
        } catch (TransactionException away) {
            throw new DataAccessResourceFailureException("no claim: " + away.getMessage(), away);
        }
    }

    /**
     * A ledger that has just been filled has no statistics: PostgreSQL takes an issue for a few letters then, and would
     * read and sort all of them for each batch. The index has them in the order wanted, however many there are.
     */
    private void keepToIndexes() {
        jdbc.sql("""
                SELECT set_config(switch, 'off', true)
                  FROM unnest(ARRAY['enable_seqscan', 'enable_bitmapscan', 'enable_sort', 'enable_hashjoin']) AS switch
                """).query(String.class).list();
    }

    private List<Letter> claimDue(UUID node, String relay, int limit) {
        return jdbc
                .sql("""
                WITH turn AS MATERIALIZED (
                    SELECT priority, issue_id, count(*) OVER (PARTITION BY priority) AS issues
                      FROM waiting_issue AS waiting
                     WHERE EXISTS (SELECT FROM letter
                                    WHERE letter.priority = waiting.priority
                                      AND letter.issue_id = waiting.issue_id AND due_at <= :now)
                     ORDER BY priority, random()),
                due AS MATERIALIZED (
                    SELECT mine.id
                      FROM turn, LATERAL (
                           SELECT id FROM letter
                            WHERE letter.priority = turn.priority AND letter.issue_id = turn.issue_id
                              AND due_at <= :now AND (doubts = 0 OR relay = :relay)
                              AND (shunned_by IS DISTINCT FROM :relay OR due_at < :shunned)
                            ORDER BY due_at, id
                            LIMIT ceil(:limit::numeric / turn.issues)
                              FOR UPDATE SKIP LOCKED) AS mine
                     LIMIT :limit)
                UPDATE letter
                   SET state = 'CLAIMED', node = :node, attempt = attempt + 1, due_at = NULL, relay = :relay,
                       shunned_by = NULL
                  FROM due
                 WHERE letter.id = due.id
                RETURNING letter.*
                """)
                .param("node", node)
                .param("relay", relay)
                .param("now", moment(clock.instant()))
                .param("shunned", moment(clock.instant().minus(SHUNNED)))
                .param("limit", limit)
                .query(Queue::letter)
                .list()
                .stream()
                .sorted(Comparator.comparing(Letter::priority).thenComparing(Letter::id))
                .toList();
    }

    /** Gives letters back that were claimed and never put on the wire. */
    void handBack(String relay, Collection<Returned> letters) {
        if (letters.isEmpty()) {
            return;
        }
        jdbc.sql("""
                UPDATE letter
                   SET state = CASE WHEN doubts > 0 THEN 'IN_DOUBT' WHEN tries > 0 THEN 'DEFERRED' ELSE 'QUEUED' END,
                       node = NULL, due_at = coalesce(given.due_at, '-infinity'),
                       shunned_by = CASE WHEN given.shunned THEN :relay END
                  FROM unnest(:ids, :attempts, :dues::timestamptz[], :shunned) AS given (id, attempt, due_at, shunned)
                 WHERE letter.id = given.id AND letter.attempt = given.attempt AND letter.state = 'CLAIMED'
                   AND letter.id BETWEEN :first AND :last
                """)
                .param("relay", relay)
                .params(range(letters.stream().map(each -> each.letter().id())))
                .param("ids", letters.stream().map(each -> each.letter().id()).toArray(Long[]::new))
                .param(
                        "attempts",
                        letters.stream().map(each -> each.letter().attempt()).toArray(Integer[]::new))
                .param("dues", letters.stream().map(each -> text(each.dueAt())).toArray(String[]::new))
                .param("shunned", letters.stream().map(Returned::shunned).toArray(Boolean[]::new))
                .update();
    }

    /** Which of a courier's letters were cancelled under its hands. */
    Set<Long> recalled(UUID node) {
        return Set.copyOf(jdbc.sql("SELECT id FROM letter WHERE node = :node AND state = 'CANCELLED'")
                .param("node", node)
                .query(Long.class)
                .list());
    }

    /** Gives back what is claimed in a node's name and in none of its couriers' hands. @return how many letters */
    int handBackAllBut(UUID node, Set<Long> held) {
        return jdbc.sql(GIVE_BACK + "node = :node AND id <> ALL (:held)")
                .param("node", node)
                .param("held", held.toArray(Long[]::new))
                .update();
    }

    /** How many other nodes send, too. */
    int others(UUID node) {
        return jdbc.sql("SELECT count(*) FROM courier_node WHERE id <> :node AND lease_until > clock_timestamp()")
                .param("node", node)
                .query(Integer.class)
                .single();
    }

    /** Tells the other nodes that there is one more. */
    void announce(UUID node) {
        jdbc.sql("SELECT pg_notify('courier_node', :node)")
                .param("node", node.toString())
                .query((row, number) -> node)
                .list();
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
        return jdbc.sql(GIVE_BACK + "NOT EXISTS (SELECT FROM courier_node WHERE courier_node.id = letter.node)")
                .update();
    }

    /** Saves PostgreSQL from reading the whole table for a batch, whose letters are neighbours as a rule. */
    static Map<String, Long> range(Stream<Long> ids) {
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

    static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    static OffsetDateTime moment(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
