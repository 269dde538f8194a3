package fi.tiedote.gather;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is known of each source, and who is gathering from it. */
@Repository
class Sources {
    private static final RowMapper<Past> PAST = DataClassRowMapper.newInstance(Past.class);

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

    /** At the start: what this node held when it ended is free again, and folders are looked at once. */
    void release(String holder, Collection<String> folders, Instant now) {
        jdbc.sql("UPDATE source SET leased_until = NULL WHERE holder = :holder")
                .param("holder", holder)
                .update();
        jdbc.sql("UPDATE source SET next_due = LEAST(next_due, :now) WHERE key = ANY (:keys)")
                .param("keys", folders.toArray(String[]::new))
                .param("now", at(now))
                .update();
    }

    /** The source that has been due for longest, that nobody holds, and whose host nobody asks. */
    Optional<Claim> claimDue(Collection<String> keys, String holder, Instant now, Duration lease) {
        return jdbc.sql("""
                UPDATE source SET holder = :holder, leased_until = :until, attempt = attempt + 1
                 WHERE key = (SELECT key FROM source
                               WHERE key = ANY (:keys) AND next_due <= :now AND state <> 'stopped'
                                 AND (leased_until IS NULL OR leased_until <= :now)
                                 AND NOT EXISTS (SELECT FROM source_host
                                                  WHERE source_host.host = source.host AND free_at > clock_timestamp())
                               ORDER BY next_due + CASE WHEN failures > 0 THEN interval '10 minutes' ELSE interval '0' END,
                                        key
                               LIMIT 1 FOR UPDATE SKIP LOCKED)
                RETURNING *
                """)
                .param("keys", keys.toArray(String[]::new))
                .param("holder", holder)
                .param("now", at(now))
                .param("until", at(now.plus(lease)))
                .query(Sources::claim)
                .optional();
    }

    /** That source, due or not, stopped or not; empty while somebody holds it. */
    Optional<Claim> claim(String key, String holder, Instant now, Duration lease) {
        return jdbc.sql("""
                UPDATE source SET holder = :holder, leased_until = :until, attempt = attempt + 1
                 WHERE key = (SELECT key FROM source
                               WHERE key = :key AND (leased_until IS NULL OR leased_until <= :now)
                                 FOR UPDATE SKIP LOCKED)
                RETURNING *
                """)
                .param("key", key)
                .param("holder", holder)
                .param("now", at(now))
                .param("until", at(now.plus(lease)))
                .query(Sources::claim)
                .optional();
    }

    /** @return false when the lease is lost */
    boolean renew(Claim claim, Instant until) {
        return jdbc.sql("UPDATE source SET leased_until = :until WHERE key = :key AND attempt = :attempt")
                        .param("until", at(until))
                        .param("key", claim.key())
                        .param("attempt", claim.attempt())
                        .update()
                == 1;
    }

    /** @return always true: the lease is free, or another's */
    boolean free(Claim claim) {
        jdbc.sql("UPDATE source SET leased_until = NULL WHERE key = :key AND attempt = :attempt")
                .param("key", claim.key())
                .param("attempt", claim.attempt())
                .update();
        return true;
    }

    /** A permanent redirect that is believed stays; what comes from there shows no redirect any more. */
    void succeeded(Claim claim, Outcome.Read read, Outcome.Next next, Harvest harvest, Instant now) {
        var validators = read.validators();
        var tally = harvest.tally();
        jdbc.sql("""
                UPDATE source
                   SET leased_until = NULL, next_due = :due, reading = :reading, etag = :etag,
                       last_modified = :lastModified, last_success_at = :now, last_look_at = :now, failures = 0,
                       problem = NULL, mark = :mark,
                       state = :state, state_since = CASE WHEN state = :state THEN state_since ELSE :now END,
                       last_news_at = CASE WHEN :news AND first_import_at IS NOT NULL THEN :now ELSE last_news_at END,
                       last_item_at = GREATEST(last_item_at, CASE WHEN :newest::timestamptz > :now THEN :now ELSE :newest END),
                       rhythm = COALESCE(:rhythm::bigint, rhythm), wishes = COALESCE(:wishes::text, wishes),
                       items = CASE WHEN :read THEN :items ELSE items END,
                       item_problems = CASE WHEN :read THEN :problems ELSE item_problems END,
                       created = created + :created, corrected = corrected + :corrected,
                       first_import_at = COALESCE(first_import_at, CASE WHEN :complete THEN :now END),
                       moved_times = CASE WHEN :movedTo::text IS NULL
                                          THEN CASE WHEN moved_times >= :believed THEN moved_times ELSE 0 END
                                          WHEN moved_to = :movedTo THEN moved_times + 1 ELSE 1 END,
                       moved_to = CASE WHEN :movedTo::text IS NULL
                                       THEN CASE WHEN moved_times >= :believed THEN moved_to END
                                       ELSE :movedTo END
                 WHERE key = :key AND attempt = :attempt
                """)
                .param("mark", read.progress().mark())
                .param("complete", read.progress().complete())
                .param("due", at(next.due()))
                .param("reading", next.reading())
                .param("state", next.state().word())
                .param("etag", validators.etag())
                .param("lastModified", validators.lastModified())
                .param("movedTo", validators.movedTo())
                .param("believed", FeedSource.BELIEVED)
                .param("news", harvest.created() + harvest.corrected() > 0)
                .param("newest", tally.newest() == null ? null : at(tally.newest()))
                .param("rhythm", tally.rhythm() == null ? null : tally.rhythm().toSeconds())
                .param("wishes", read.wishes() == null ? null : read.wishes().text())
                .param("read", tally.isRead())
                .param("items", tally.items())
                .param("problems", harvest.problems())
                .param("created", harvest.created())
                .param("corrected", harvest.corrected())
                .param("now", at(now))
                .param("key", claim.key())
                .param("attempt", claim.attempt())
                .update();
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

    void hurry(String key, Instant now) {
        jdbc.sql("UPDATE source SET next_due = LEAST(next_due, :now) WHERE key = :key")
                .param("key", key)
                .param("now", at(now))
                .update();
    }

    /** An address that a redirect led to is forgotten with the first failure: the old one is asked again. */
    void failed(Claim claim, String problem, SourceState state, Instant due, Instant now) {
        jdbc.sql("""
                UPDATE source
                   SET leased_until = NULL, next_due = :due, failures = failures + 1, problem = :problem,
                       last_look_at = :now, moved_to = NULL, moved_times = 0,
                       state = :state, state_since = CASE WHEN state = :state THEN state_since ELSE :now END
                 WHERE key = :key AND attempt = :attempt
                """)
                .param("due", at(due))
                .param("problem", problem)
                .param("state", state.word())
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

    private static Claim claim(ResultSet row, int number) throws SQLException {
        var firstImport = row.getTimestamp("first_import_at");
        return new Claim(
                row.getString("key"),
                row.getLong("attempt"),
                firstImport == null ? null : firstImport.toInstant(),
                row.getString("reading"),
                row.getString("etag"),
                row.getString("last_modified"),
                row.getString("moved_to"),
                row.getInt("moved_times"),
                row.getString("mark"),
                row.getInt("failures"),
                row.getString("problem"),
                PAST.mapRow(row, number));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
