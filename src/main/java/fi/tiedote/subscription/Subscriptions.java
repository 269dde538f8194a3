package fi.tiedote.subscription;

import fi.tiedote.city.Language;
import fi.tiedote.release.Selection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who wants what. */
@Repository
public class Subscriptions {
    /** The advisory lock between pages and unsubscriptions. */
    private static final int PAGES = 0x7469_6564;

    private final JdbcClient jdbc;
    private final Selections selections;
    private final Clock clock;

    Subscriptions(JdbcClient jdbc, Selections selections, Clock clock) {
        this.jdbc = jdbc;
        this.selections = selections;
        this.clock = clock;
    }

    /** The selections that somebody holds at a cadence. */
    public List<Choice> choices(Cadence cadence) {
        return selections.heldAt(cadence);
    }

    /**
     * Where a page of the people ends who hold any of some choices.
     *
     * @param after the end of the page before; 0 for the first
     * @return an id; empty after the last page
     */
    public OptionalLong endOfPage(Cadence cadence, Collection<Long> choices, long after, int limit) {
        return jdbc
                .sql("""
                SELECT subscriber_id
                  FROM (SELECT subscriber_id FROM subscription
                         WHERE cadence = :cadence AND selection_id = ANY (:choices) AND subscriber_id > :after
                         ORDER BY subscriber_id LIMIT :limit) AS page
                 ORDER BY subscriber_id DESC LIMIT 1
                """)
                .param("cadence", cadence.name())
                .param("choices", choices.toArray(Long[]::new))
                .param("after", after)
                .param("limit", limit)
                .query(Long.class)
                .list()
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    /**
     * A page of them, but for those whose address is dead: those who read the same are together. Until the end of the
     * transaction, nobody's subscription ends: an unsubscription waits, and then finds the letters that were written
     * meanwhile.
     */
    public List<Readership> readers(Cadence cadence, Collection<Long> choices, long after, long end) {
        lock("pg_advisory_xact_lock_shared");
        return jdbc.sql("""
                SELECT language, choices, array_agg(id) AS ids, array_agg(address) AS addresses
                  FROM (SELECT subscriber_id, array_agg(selection_id ORDER BY selection_id) AS choices
                          FROM subscription
                         WHERE cadence = :cadence AND selection_id = ANY (:choices)
                           AND subscriber_id > :after AND subscriber_id <= :end
                         GROUP BY subscriber_id) AS held
                  JOIN subscriber ON subscriber.id = subscriber_id
                 WHERE suspended_at IS NULL
                 GROUP BY language, choices
                """)
                .param("cadence", cadence.name())
                .param("choices", choices.toArray(Long[]::new))
                .param("after", after)
                .param("end", end)
                .query((row, number) -> new Readership(
                        Language.of(row.getString("language")).orElseThrow(),
                        Arrays.asList((Long[]) row.getArray("choices").getArray()),
                        Arrays.asList((Long[]) row.getArray("ids").getArray()),
                        Arrays.asList((String[]) row.getArray("addresses").getArray())))
                .list();
    }

    /** Pages share it; whoever ends a subscription has it alone. A lock of each row would write as much as the letters. */
    private void lock(String how) {
        jdbc.sql("SELECT " + how + "(" + PAGES + ")")
                .query((row, number) -> number)
                .list();
    }

    /** Nothing more is sent there, or again. */
    void suspend(long subscriber, boolean suspended) {
        jdbc.sql("UPDATE subscriber SET suspended_at = :now WHERE id = :id AND (suspended_at IS NULL) = :suspended")
                .param("now", suspended ? now() : null, Types.TIMESTAMP_WITH_TIMEZONE)
                .param("suspended", suspended)
                .param("id", subscriber)
                .update();
    }

    List<Subscription> heldBy(long subscriber) {
        return jdbc.sql("""
                SELECT subscription.id, cadence, confirmed_at, languages, topics, areas, words
                  FROM subscription JOIN selection ON selection.id = selection_id
                 WHERE subscriber_id = :subscriber
                 ORDER BY subscription.id
                """)
                .param("subscriber", subscriber)
                .query(Subscriptions::subscription)
                .list();
    }

    Optional<String> address(long subscriber) {
        return jdbc.sql("SELECT address FROM subscriber WHERE id = :id")
                .param("id", subscriber)
                .query(String.class)
                .optional();
    }

    /** Makes the holder of a proved address a subscriber. */
    void begin(Pending pending, OffsetDateTime requestedAt, String form) {
        var subscriber = jdbc.sql("""
                INSERT INTO subscriber (address, address_key, language, since)
                VALUES (:address, lower(:address), :language, :now)
                ON CONFLICT (address_key) DO UPDATE SET language = excluded.language, suspended_at = NULL
                RETURNING id
                """)
                .param("address", pending.address())
                .param("language", pending.language().code())
                .param("now", now())
                .query(Long.class)
                .single();
        insert(subscriber, pending.selection(), pending.cadence(), form, requestedAt);
    }

    /** A subscriber, who has proved who it is by a link in a letter, wants one more, or another instead of one. */
    void add(long subscriber, Selection selection, Cadence cadence) {
        insert(subscriber, selection, cadence, "preferences", now());
    }

    /** @return the cadence of what ended; empty when the subscriber held no such subscription */
    Optional<Cadence> end(long subscriber, long subscription) {
        lock("pg_advisory_xact_lock");
        return jdbc.sql("DELETE FROM subscription WHERE subscriber_id = :subscriber AND id = :id RETURNING cadence")
                .param("subscriber", subscriber)
                .param("id", subscription)
                .query(Cadence.class)
                .optional();
    }

    int endAll(long subscriber, Cadence cadence) {
        lock("pg_advisory_xact_lock");
        return jdbc.sql("DELETE FROM subscription WHERE subscriber_id = :subscriber AND cadence = :cadence")
                .param("subscriber", subscriber)
                .param("cadence", cadence.name())
                .update();
    }

    /** An address is kept for as long as something is sent to it. */
    void forgetWhoHoldsNothing(long subscriber) {
        jdbc.sql("""
                DELETE FROM subscriber
                 WHERE id = :id AND NOT EXISTS (SELECT FROM subscription WHERE subscriber_id = :id)
                """).param("id", subscriber).update();
    }

    private void insert(
            long subscriber, Selection selection, Cadence cadence, String form, OffsetDateTime requestedAt) {
        jdbc.sql("""
                INSERT INTO subscription (subscriber_id, selection_id, cadence, form, requested_at, confirmed_at)
                SELECT id, :selection, :cadence, :form, :requestedAt, :now FROM subscriber WHERE id = :subscriber
                ON CONFLICT DO NOTHING
                """)
                .param("subscriber", subscriber)
                .param("selection", selections.keep(selection))
                .param("cadence", cadence.name())
                .param("form", form)
                .param("requestedAt", requestedAt)
                .param("now", now())
                .update();
    }

    private static Subscription subscription(ResultSet row, int number) throws SQLException {
        return new Subscription(
                row.getLong("id"),
                Selections.of(row),
                Cadence.valueOf(row.getString("cadence")),
                row.getObject("confirmed_at", OffsetDateTime.class).toInstant());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
