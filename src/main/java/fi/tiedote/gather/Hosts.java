package fi.tiedote.gather;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which hosts are being asked, by any node; the database's clock is the one that all share. */
@Repository
class Hosts {
    private final JdbcClient jdbc;

    Hosts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param hold after which another may enter, should nobody leave
     * @return what to leave with; empty while somebody else asks the host, or has just asked it
     */
    OptionalLong enter(String host, Duration hold) {
        return jdbc.sql("""
                INSERT INTO source_host AS known (host, free_at)
                VALUES (:host, clock_timestamp() + :hold * interval '1 millisecond')
                ON CONFLICT (host) DO UPDATE SET free_at = excluded.free_at, attempt = known.attempt + 1
                 WHERE known.free_at <= clock_timestamp()
                RETURNING attempt
                """)
                .param("host", host)
                .param("hold", hold.toMillis())
                .query(Long.class)
                .optional()
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    /** @param pause for which nobody may enter */
    void leave(String host, long attempt, Duration pause) {
        jdbc.sql("""
                UPDATE source_host SET free_at = clock_timestamp() + :pause * interval '1 millisecond'
                 WHERE host = :host AND attempt = :attempt
                """)
                .param("host", host)
                .param("attempt", attempt)
                .param("pause", pause.toMillis())
                .update();
    }

    /** Several at once, in one order for all who do so: no two shall wait for each other. */
    void leave(List<Left> left) {
        jdbc.sql("""
                WITH given AS (
                    SELECT * FROM unnest(:hosts, :attempts, :pauses) AS given (host, attempt, pause)),
                held AS (
                    SELECT host, pause FROM source_host JOIN given USING (host, attempt)
                     ORDER BY host FOR UPDATE OF source_host)
                UPDATE source_host SET free_at = clock_timestamp() + held.pause * interval '1 millisecond'
                  FROM held WHERE held.host = source_host.host
                """)
                .param("hosts", left.stream().map(Left::host).toArray(String[]::new))
                .param("attempts", left.stream().map(Left::attempt).toArray(Long[]::new))
                .param(
                        "pauses",
                        left.stream().map(one -> one.pause().toMillis()).toArray(Long[]::new))
                .update();
    }

    /** A turn that is given back. */
    record Left(String host, long attempt, Duration pause) {}

    /** Those that nobody has asked for a day; articles are on many hosts. */
    void forgetOld() {
        jdbc.sql("DELETE FROM source_host WHERE free_at < clock_timestamp() - interval '1 day'")
                .update();
    }
}
