package fi.tiedote.subscription;

import fi.tiedote.city.Language;
import fi.tiedote.release.Selection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who wants what. */
@Repository
public class Subscriptions {
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
     * One page of the people who hold any of some choices, by id; not those whose address is dead. In a transaction their subscriptions stay as they are
     * until its end: an unsubscription waits, and then finds the letters that were written meanwhile.
     *
     * @param after the last id of the page before; 0 for the first
     * @return empty after the last page
     */
    public List<Recipient> recipients(Cadence cadence, Collection<Long> choices, long after, int limit) {
        return jdbc.sql("""
                WITH page AS (
                    SELECT DISTINCT subscriber_id FROM subscription
                     WHERE cadence = :cadence AND selection_id = ANY (:choices) AND subscriber_id > :after
                       AND subscriber_id NOT IN (SELECT id FROM subscriber WHERE suspended_at IS NOT NULL)
                     ORDER BY subscriber_id LIMIT :limit),
                held AS MATERIALIZED (
                    SELECT subscriber_id, selection_id FROM subscription
                     WHERE cadence = :cadence AND selection_id = ANY (:choices)
                       AND subscriber_id IN (SELECT subscriber_id FROM page)
                       FOR SHARE)
                SELECT subscriber.id, address, language, array_agg(selection_id) AS choices
                  FROM held JOIN subscriber ON subscriber.id = held.subscriber_id
                 GROUP BY subscriber.id, address, language
                 ORDER BY subscriber.id
                """)
                .param("cadence", cadence.name())
                .param("choices", choices.toArray(Long[]::new))
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> new Recipient(
                        row.getLong("id"),
                        row.getString("address"),
                        Language.of(row.getString("language")).orElseThrow(),
                        Set.of((Long[]) row.getArray("choices").getArray())))
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
        return jdbc.sql("DELETE FROM subscription WHERE subscriber_id = :subscriber AND id = :id RETURNING cadence")
                .param("subscriber", subscriber)
                .param("id", subscription)
                .query(Cadence.class)
                .optional();
    }

    int endAll(long subscriber, Cadence cadence) {
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
