package fi.tiedote.gather;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is known of each source, and who is gathering from it. */
@Repository
class Sources {
    private final JdbcClient jdbc;

    Sources(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Another address under a known key is another source: its first import mails nothing either. */
    void register(SourceSettings source, Instant now) {
        jdbc.sql("""
                INSERT INTO source AS known (key, address, next_due) VALUES (:key, :address, :now)
                ON CONFLICT (key) DO UPDATE
                   SET address = excluded.address, next_due = excluded.next_due, first_import_at = NULL, reading = '',
                       mark = '', etag = NULL, last_modified = NULL, moved_to = NULL, moved_times = 0, failures = 0
                 WHERE known.address <> excluded.address
                """)
                .param("key", source.key())
                .param("address", source.address())
                .param("now", at(now))
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

    /** The source that has been due for longest and that nobody holds. */
    Optional<Claim> claimDue(Collection<String> keys, String holder, Instant now, Duration lease) {
        return jdbc.sql("""
                UPDATE source SET holder = :holder, leased_until = :until, attempt = attempt + 1
                 WHERE key = (SELECT key FROM source
                               WHERE key = ANY (:keys) AND next_due <= :now
                                 AND (leased_until IS NULL OR leased_until <= :now)
                               ORDER BY next_due, key LIMIT 1 FOR UPDATE SKIP LOCKED)
                RETURNING key, attempt, first_import_at, reading, etag, last_modified, moved_to, moved_times,
                          mark, failures, problem
                """)
                .param("keys", keys.toArray(String[]::new))
                .param("holder", holder)
                .param("now", at(now))
                .param("until", at(now.plus(lease)))
                .query(Claim.class)
                .optional();
    }

    /** That source, due or not; empty while somebody holds it. */
    Optional<Claim> claim(String key, String holder, Instant now, Duration lease) {
        return jdbc.sql("""
                UPDATE source SET holder = :holder, leased_until = :until, attempt = attempt + 1
                 WHERE key = (SELECT key FROM source
                               WHERE key = :key AND (leased_until IS NULL OR leased_until <= :now)
                                 FOR UPDATE SKIP LOCKED)
                RETURNING key, attempt, first_import_at, reading, etag, last_modified, moved_to, moved_times,
                          mark, failures, problem
                """)
                .param("key", key)
                .param("holder", holder)
                .param("now", at(now))
                .param("until", at(now.plus(lease)))
                .query(Claim.class)
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

    void succeeded(Claim claim, Outcome.Read read, Outcome.Next next, Instant now) {
        var validators = read.validators();
        jdbc.sql("""
                UPDATE source
                   SET leased_until = NULL, next_due = :due, reading = :reading, etag = :etag,
                       last_modified = :lastModified, last_success_at = :now, failures = 0, problem = NULL,
                       mark = :mark,
                       first_import_at = COALESCE(first_import_at, CASE WHEN :complete THEN :now END),
                       moved_times = CASE WHEN :movedTo::text IS NULL THEN 0
                                          WHEN moved_to = :movedTo THEN moved_times + 1 ELSE 1 END,
                       moved_to = :movedTo
                 WHERE key = :key AND attempt = :attempt
                """)
                .param("mark", read.progress().mark())
                .param("complete", read.progress().complete())
                .param("due", at(next.due()))
                .param("reading", next.reading())
                .param("etag", validators.etag())
                .param("lastModified", validators.lastModified())
                .param("movedTo", validators.movedTo())
                .param("now", at(now))
                .param("key", claim.key())
                .param("attempt", claim.attempt())
                .update();
    }

    /** An address that a redirect led to is forgotten with the first failure: the old one is asked again. */
    void failed(Claim claim, String problem, Instant due) {
        jdbc.sql("""
                UPDATE source
                   SET leased_until = NULL, next_due = :due, failures = failures + 1, problem = :problem,
                       moved_to = NULL, moved_times = 0
                 WHERE key = :key AND attempt = :attempt
                """)
                .param("due", at(due))
                .param("problem", problem)
                .param("key", claim.key())
                .param("attempt", claim.attempt())
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
