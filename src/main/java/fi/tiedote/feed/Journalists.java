package fi.tiedote.feed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The accredited journalists and those who were. */
@Repository
class Journalists {
    private final JdbcClient jdbc;

    Journalists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long add(String name, byte[] tokenHash, Instant now) {
        return jdbc.sql("""
                INSERT INTO journalist (name, token_hash, created_at) VALUES (:name, :hash, :now) RETURNING id
                """)
                .param("name", name)
                .param("hash", tokenHash)
                .param("now", at(now))
                .query(Long.class)
                .single();
    }

    List<Journalist> all() {
        return jdbc.sql("""
                SELECT id, name, created_at, revoked_at, readings, last_read_at FROM journalist ORDER BY id
                """).query(Journalists::journalist).list();
    }

    Optional<Journalist> of(byte[] tokenHash) {
        return jdbc.sql("""
                SELECT id, name, created_at, revoked_at, readings, last_read_at FROM journalist
                 WHERE token_hash = :hash
                """)
                .param("hash", tokenHash)
                .query(Journalists::journalist)
                .optional();
    }

    /** @return whether there is such a journalist, accredited until now or not */
    boolean revoke(long id, Instant now) {
        return jdbc.sql("UPDATE journalist SET revoked_at = COALESCE(revoked_at, :now) WHERE id = :id")
                        .param("now", at(now))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** @param readings by journalist, each since it was told last */
    void count(Map<Long, Long> readings, Instant now) {
        jdbc.sql("""
                UPDATE journalist SET readings = journalist.readings + told.readings, last_read_at = :now
                  FROM unnest(:ids::bigint[], :readings::bigint[]) AS told (id, readings)
                 WHERE journalist.id = told.id
                """)
                .param("ids", readings.keySet().toArray(Long[]::new))
                .param("readings", readings.values().toArray(Long[]::new))
                .param("now", at(now))
                .update();
    }

    private static Journalist journalist(ResultSet row, int number) throws SQLException {
        return new Journalist(
                row.getLong("id"),
                row.getString("name"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                moment(row, "revoked_at"),
                row.getLong("readings"),
                moment(row, "last_read_at"));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
