package fi.tiedote.gather;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is known of each source. */
@Repository
class Sources {
    private final JdbcClient jdbc;

    Sources(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Another address under a known key is another source: its first import mails nothing either. */
    void register(SourceSettings source, Instant now) {
        jdbc.sql("""
                INSERT INTO source AS known (key, address, host, next_due) VALUES (:key, :address, :host, :now)
                ON CONFLICT (key) DO UPDATE
                   SET address = excluded.address, host = excluded.host, next_due = excluded.next_due,
                       first_import_at = NULL, reading = '', mark = '', etag = NULL, last_modified = NULL,
                       moved_to = NULL, moved_times = 0, failures = 0, problem = NULL, state = 'new', state_since = NULL,
                       last_news_at = NULL, last_item_at = NULL, rhythm = NULL, items = 0, item_problems = 0, wishes = ''
                 WHERE known.address <> excluded.address
                """)
                .param("key", source.key())
                .param("address", source.address())
                .param("host", source.place())
                .param("now", at(now))
                .update();
        jdbc.sql("UPDATE source SET host = :host WHERE key = :key AND host <> :host")
                .param("key", source.key())
                .param("host", source.place())
                .update();
    }

    /** Those that are due at once, whatever was known of them. */
    void hurryAll(Collection<String> keys, Instant now) {
        jdbc.sql("UPDATE source SET next_due = LEAST(next_due, :now) WHERE key = ANY (:keys)")
                .param("keys", keys.toArray(String[]::new))
                .param("now", at(now))
                .update();
    }

    /** Sources of other settings: of those before, or of another node. */
    Set<String> strangersTo(Collection<String> keys) {
        return jdbc.sql("SELECT key FROM source WHERE key <> ALL (:keys)")
                .param("keys", keys.toArray(String[]::new))
                .query(String.class)
                .set();
    }

    /** What a hub brought counts as news; what makes the next look conditional stays as it is. */
    void pushed(Claim claim, Harvest harvest, Instant due, Instant now) {
        var newest = harvest.tally().newest();
        jdbc.sql("""
                UPDATE source
                   SET leased_until = NULL, next_due = :due, failures = 0, problem = NULL,
                       last_news_at = CASE WHEN :news THEN :now ELSE last_news_at END,
                       last_item_at = GREATEST(last_item_at, CASE WHEN :newest::timestamptz > :now THEN :now ELSE :newest END),
                       created = created + :created, corrected = corrected + :corrected
                 WHERE key = :key AND attempt = :attempt
                """)
                .param("due", at(due))
                .param("news", harvest.created() + harvest.corrected() > 0)
                .param("newest", newest == null ? null : at(newest))
                .param("created", harvest.created())
                .param("corrected", harvest.corrected())
                .param("now", at(now))
                .param("key", claim.key())
                .param("attempt", claim.attempt())
                .update();
    }

    /** What is known of those sources, in no order. */
    List<Row> rows(Collection<String> keys) {
        return jdbc.sql("""
                SELECT key, state, state_since, last_look_at, last_success_at, last_news_at, last_item_at, items,
                       item_problems, created, corrected, failures, problem, rhythm, next_due
                  FROM source
                 WHERE key = ANY (:keys)
                """)
                .param("keys", keys.toArray(String[]::new))
                .query(Row.class)
                .list();
    }

    /** @param rhythm mean seconds between two items; null while nobody knows */
    record Row(
            String key,
            String state,
            @Nullable Instant stateSince,
            @Nullable Instant lastLookAt,
            @Nullable Instant lastSuccessAt,
            @Nullable Instant lastNewsAt,
            @Nullable Instant lastItemAt,
            int items,
            int itemProblems,
            long created,
            long corrected,
            int failures,
            @Nullable String problem,
            @Nullable Long rhythm,
            @Nullable Instant nextDue) {
        /** Of one that nobody has looked at. */
        static Row unknown(String key) {
            return new Row(key, "new", null, null, null, null, null, 0, 0, 0, 0, 0, null, null, null);
        }
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
