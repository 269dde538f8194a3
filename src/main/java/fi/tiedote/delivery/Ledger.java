package fi.tiedote.delivery;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The record of letters: at most one for each issue and subscriber, each in exactly one state. This is the face for those
 * who write letters; the couriers' is {@link Queue}, and {@link Tallies} counts.
 */
@Repository
public class Ledger {
    private static final String UNLESS_THERE = "ON CONFLICT (issue_id, subscriber) DO NOTHING";

    private final JdbcClient jdbc;
    private final Clock clock;

    public Ledger(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The issue of an occasion; opened unless it was before. */
    public Issue open(String newsletter, String occasion, Priority priority) {
        jdbc.sql("""
                INSERT INTO issue (newsletter, occasion, priority, created_at)
                VALUES (:newsletter, :occasion, :priority, :now)
                ON CONFLICT DO NOTHING
                """)
                .param("newsletter", newsletter)
                .param("occasion", occasion)
                .param("priority", priority.rank())
                .param("now", now())
                .update();
        return find(newsletter, occasion).orElseThrow();
    }

    /** An issue that was opened before. */
    public Optional<Issue> find(String newsletter, String occasion) {
        return jdbc.sql("""
                SELECT id, newsletter, occasion, priority FROM issue
                 WHERE newsletter = :newsletter AND occasion = :occasion
                """)
                .param("newsletter", newsletter)
                .param("occasion", occasion)
                .query((row, number) -> new Issue(
                        row.getLong("id"),
                        row.getString("newsletter"),
                        row.getString("occasion"),
                        Priority.of(row.getInt("priority"))))
                .optional();
    }

    /**
     * Writes one letter for each person who has none in this issue yet, and wakes the couriers at the commit.
     *
     * @return how many were new
     */
    public int queue(Edition edition, List<Addressee> addressees) {
        return queue(
                edition,
                addressees.stream().map(Addressee::subscriber).toArray(Long[]::new),
                addressees.stream().map(Addressee::address).toArray(String[]::new),
                addressees.stream().map(Addressee::personal).toArray(String[]::new),
                UNLESS_THERE);
    }

    /**
     * The same for many at once, of whom nothing but the address is personal. Where none of them has a letter yet, no row
     * is looked up one by one, which takes as long as writing it.
     *
     * @throws DuplicateKeyException when somebody else wrote one at the same time; the next time finds it
     */
    public int queue(Edition edition, List<Long> subscribers, List<String> addresses) {
        return queue(
                edition,
                subscribers.toArray(Long[]::new),
                addresses.toArray(String[]::new),
                null,
                hasAny(edition.issue(), subscribers) ? UNLESS_THERE : "");
    }

    private boolean hasAny(Issue issue, List<Long> subscribers) {
        var ids = subscribers.stream().mapToLong(Long::longValue).summaryStatistics();
        return jdbc.sql("""
                SELECT EXISTS (SELECT FROM letter
                                WHERE issue_id = :issue AND subscriber BETWEEN :first AND :last)
                """)
                .param("issue", issue.id())
                .param("first", ids.getMin())
                .param("last", ids.getMax())
                .query(Boolean.class)
                .single();
    }

    private int queue(
            Edition edition,
            Long[] subscribers,
            String[] addresses,
            @Nullable String @Nullable [] personal,
            String unlessThere) {
        var queued = jdbc.sql("""
                INSERT INTO letter (issue_id, edition_id, newsletter, subscriber, address, personal, priority,
                                    due_at, queued_at)
                SELECT :issue, :edition, :newsletter, subscriber, address, personal, :priority, '-infinity', :now
                  FROM unnest(:subscribers, :addresses, :personal::text[]) AS person (subscriber, address, personal)
                """ + unlessThere)
                .param("issue", edition.issue().id())
                .param("edition", edition.id())
                .param("newsletter", edition.issue().newsletter())
                .param("priority", edition.issue().priority().rank())
                .param("now", now())
                .param("subscribers", subscribers)
                .param("addresses", addresses)
                .param("personal", personal)
                .update();
        if (queued > 0) {
            tell("letter", Long.toString(edition.issue().id()));
        }
        return queued;
    }

    /** Cancels what a subscriber would still get of a newsletter; a letter that is on the wire cannot be called back. */
    public void cancel(long subscriber, String newsletter) {
        jdbc.sql("""
                WITH mine AS (
                    SELECT id
                      FROM waiting_issue, LATERAL (
                           SELECT id FROM letter
                            WHERE letter.issue_id = waiting_issue.issue_id AND subscriber = :subscriber
                            LIMIT 1) AS waiting
                    UNION
                    SELECT id FROM letter WHERE state = 'CLAIMED' AND subscriber = :subscriber
                    UNION
                    SELECT id FROM letter WHERE state = 'IN_DOUBT' AND subscriber = :subscriber)
                UPDATE letter
                   SET state = 'CANCELLED', due_at = NULL, personal = NULL, settled_at = :now
                 WHERE id = ANY (ARRAY(SELECT id FROM mine)) AND newsletter = :newsletter
                   AND state IN ('QUEUED', 'CLAIMED', 'DEFERRED', 'IN_DOUBT')
                RETURNING id
                """)
                .param("now", now())
                .param("subscriber", subscriber)
                .param("newsletter", newsletter)
                .query(Long.class)
                .list()
                .forEach(id -> tell("recall", Long.toString(id)));
    }

    /**
     * Somebody decided that an issue's letters in doubt go once more, as the same messages and through the same relays.
     * Confirmations do not: their secrets are forgotten. @return how many they are
     */
    public int sendDoubtsAgain(long issue) {
        var again = jdbc.sql("""
                UPDATE letter SET due_at = '-infinity', settled_at = NULL
                 WHERE issue_id = :issue AND state = 'IN_DOUBT' AND priority > 0
                """).param("issue", issue).update();
        if (again > 0) {
            tell("letter", Long.toString(issue));
        }
        return again;
    }

    /** Somebody decided, or asked the relay, that an issue's letters in doubt were taken. @return how many they are */
    public int takeDoubtsForAccepted(long issue) {
        return jdbc.sql("""
                UPDATE letter
                   SET state = 'ACCEPTED', due_at = NULL, personal = NULL, settled_at = coalesce(settled_at, :now)
                 WHERE issue_id = :issue AND state = 'IN_DOUBT'
                """).param("issue", issue).param("now", now()).update();
    }

    private void tell(String channel, String payload) {
        jdbc.sql("SELECT pg_notify(:channel, :payload)")
                .param("channel", channel)
                .param("payload", payload)
                .query((row, number) -> payload)
                .list();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
