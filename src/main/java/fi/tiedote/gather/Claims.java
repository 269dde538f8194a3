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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is gathering from which source. */
@Repository
class Claims {
    private final JdbcClient jdbc;

    Claims(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is not to be claimed.
     *
     * @param strangers keys of sources that this node's settings do not name
     * @param hosts that this node is asking
     */
    record Except(Collection<String> strangers, Collection<String> hosts) {}

    /**
     * @param until when others may claim the source again
     * @param hold for which no other node asks its host
     */
    record Terms(String holder, Instant until, Duration hold) {}

    /**
     * Those that have been due for longest, that nobody holds and whose host nobody asks, one of each host; each comes with
     * the turn at its host.
     *
     * @param all also those that failed the last time and became due a short while ago
     */
    List<Claim> due(Except except, Terms terms, boolean all, int most, Instant now) {
        return jdbc.sql("""
                WITH due AS (
                    SELECT key, host, next_due FROM source
                     WHERE next_due <= :now AND state <> 'stopped' AND (leased_until IS NULL OR leased_until <= :now)
                       AND (failures = 0 OR :all OR next_due <= :now - interval '10 minutes')
                       AND key <> ALL (:strangers) AND host <> ALL (:hosts)
                       AND NOT EXISTS (SELECT FROM source_host
                                        WHERE source_host.host = source.host AND free_at > clock_timestamp())
                     ORDER BY next_due, key LIMIT :most FOR UPDATE SKIP LOCKED),
                first AS (
                    SELECT DISTINCT ON (host) key, host FROM due ORDER BY host, next_due, key),
                entered AS (
                    INSERT INTO source_host AS known (host, free_at)
                    SELECT host, clock_timestamp() + :hold * interval '1 millisecond' FROM first ORDER BY host
                    ON CONFLICT (host) DO UPDATE SET free_at = excluded.free_at, attempt = known.attempt + 1
                     WHERE known.free_at <= clock_timestamp()
                    RETURNING host, attempt),
                claimed AS (
                    UPDATE source SET holder = :holder, leased_until = :until, attempt = source.attempt + 1
                      FROM first JOIN entered USING (host)
                     WHERE source.key = first.key
                    RETURNING source.*, entered.attempt AS turn)
                SELECT claimed.*, EXISTS (SELECT FROM source_push WHERE source = key AND source_push.state = 'active'
                                             AND works AND lease_until > :now) AS pushed
                  FROM claimed ORDER BY next_due, key
                """)
                .param("strangers", except.strangers().toArray(String[]::new))
                .param("hosts", except.hosts().toArray(String[]::new))
                .param("all", all)
                .param("most", most)
                .param("hold", terms.hold().toMillis())
                .param("holder", terms.holder())
                .param("now", at(now))
                .param("until", at(terms.until()))
                .query((row, number) -> claim(row, row.getLong("turn")))
                .list();
    }

    /** That source, due or not, stopped or not; empty while somebody holds it. */
    Optional<Claim> of(String key, String holder, Instant now, Duration lease) {
        return jdbc.sql("""
                UPDATE source SET holder = :holder, leased_until = :until, attempt = attempt + 1
                 WHERE key = (SELECT key FROM source
                               WHERE key = :key AND (leased_until IS NULL OR leased_until <= :now)
                                 FOR UPDATE SKIP LOCKED)
                RETURNING *, EXISTS (SELECT FROM source_push WHERE source = key AND source_push.state = 'active'
                                        AND works AND lease_until > :now) AS pushed
                """)
                .param("key", key)
                .param("holder", holder)
                .param("now", at(now))
                .param("until", at(now.plus(lease)))
                .query((row, number) -> claim(row, null))
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

    void free(String key, long attempt) {
        jdbc.sql("UPDATE source SET leased_until = NULL WHERE key = :key AND attempt = :attempt")
                .param("key", key)
                .param("attempt", attempt)
                .update();
    }

    /** What that node held when it ended, and the hosts that it was asking. */
    void freeAll(String holder) {
        jdbc.sql("""
                WITH freed AS (
                    UPDATE source SET leased_until = NULL
                     WHERE holder = :holder AND leased_until IS NOT NULL
                    RETURNING host)
                UPDATE source_host SET free_at = clock_timestamp(), attempt = attempt + 1
                 WHERE host IN (SELECT host FROM freed) AND free_at > clock_timestamp()
                """).param("holder", holder).update();
    }

    private static Claim claim(ResultSet row, @Nullable Long turn) throws SQLException {
        return new Claim(
                row.getString("key"),
                row.getLong("attempt"),
                row.getTimestamp("leased_until").toInstant(),
                turn,
                moment(row, "first_import_at"),
                row.getString("reading"),
                row.getString("etag"),
                row.getString("last_modified"),
                row.getString("moved_to"),
                row.getInt("moved_times"),
                row.getString("mark"),
                row.getInt("failures"),
                row.getString("problem"),
                row.getBoolean("pushed"),
                past(row));
    }

    private static Past past(ResultSet row) throws SQLException {
        var seconds = row.getLong("rhythm");
        @Nullable Long rhythm = row.wasNull() ? null : seconds;
        return new Past(
                row.getString("state"),
                moment(row, "state_since"),
                moment(row, "last_news_at"),
                moment(row, "last_item_at"),
                rhythm,
                row.getString("wishes"),
                row.getInt("items"));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        var moment = row.getTimestamp(column);
        return moment == null ? null : moment.toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
