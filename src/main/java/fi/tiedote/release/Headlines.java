package fi.tiedote.release;

import fi.tiedote.city.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The published releases without their texts. */
@Repository
public class Headlines {
    private final JdbcClient jdbc;

    public Headlines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first. */
    public List<Headline> since(Instant moment, int limit) {
        return jdbc.sql("""
                SELECT id, language, title, published_at, GREATEST(published_at, updated_at) AS updated_at FROM release
                 WHERE state = 'PUBLISHED' AND published_at >= :moment
                 ORDER BY published_at DESC, id DESC
                 LIMIT :limit
                """)
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query(Headlines::headline)
                .list();
    }

    /** Those of a range of ids, both ends included. */
    public List<Headline> between(long first, long last) {
        return jdbc.sql("""
                SELECT id, language, title, published_at, GREATEST(published_at, updated_at) AS updated_at FROM release
                 WHERE state = 'PUBLISHED' AND id BETWEEN :first AND :last
                 ORDER BY id
                """)
                .param("first", first)
                .param("last", last)
                .query(Headlines::headline)
                .list();
    }

    /** The id that was given last, to whatever release; 0 before the first. */
    public long lastId() {
        return jdbc.sql("SELECT COALESCE(max(id), 0) FROM release")
                .query(Long.class)
                .single();
    }

    private static Headline headline(ResultSet row, int number) throws SQLException {
        return new Headline(
                row.getLong("id"),
                Language.of(row.getString("language")).orElseThrow(),
                row.getString("title"),
                row.getObject("published_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }
}
