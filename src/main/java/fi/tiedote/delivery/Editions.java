package fi.tiedote.delivery;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The editions that are kept for as long as letters need them. */
@Repository
public class Editions {
    private final JdbcClient jdbc;
    private final Engraver engraver;

    Editions(JdbcClient jdbc, Engraver engraver) {
        this.jdbc = jdbc;
        this.engraver = engraver;
    }

    /** @param key what tells the issue's editions apart, e.g. a language and the releases in it */
    public Optional<Edition> find(Issue issue, String key) {
        return jdbc.sql("SELECT id FROM edition WHERE issue_id = :issue AND key = :key")
                .param("issue", issue.id())
                .param("key", key)
                .query(Long.class)
                .optional()
                .map(id -> new Edition(id, issue));
    }

    /** Encodes a sheet and keeps it; where another node was first, its edition stays. */
    public Edition keep(Issue issue, String key, Sheet sheet) {
        jdbc.sql("""
                INSERT INTO edition (issue_id, key, plate) VALUES (:issue, :key, :plate)
                ON CONFLICT DO NOTHING
                """)
                .param("issue", issue.id())
                .param("key", key)
                .param("plate", engraver.engrave(issue, sheet).bytes())
                .update();
        return find(issue, key).orElseThrow();
    }

    Plate plate(long id) {
        return new Plate(jdbc.sql("SELECT plate FROM edition WHERE id = :id")
                .param("id", id)
                .query(byte[].class)
                .single());
    }
}
