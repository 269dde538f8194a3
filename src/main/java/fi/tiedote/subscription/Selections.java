package fi.tiedote.subscription;

import fi.tiedote.city.Language;
import fi.tiedote.release.Selection;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The choices that people have made, each once. */
@Repository
class Selections {
    private final JdbcClient jdbc;

    Selections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Its id; it is kept from now on. */
    long keep(Selection selection) {
        return jdbc.sql("""
                INSERT INTO selection (languages, topics, areas, words) VALUES (:languages, :topics, :areas, :words)
                ON CONFLICT (languages, topics, areas, words) DO UPDATE SET words = excluded.words
                RETURNING id
                """)
                .param(
                        "languages",
                        selection.languages().stream().map(Language::code).toArray(String[]::new))
                .param("topics", selection.topics().toArray(String[]::new))
                .param("areas", selection.areas().toArray(String[]::new))
                .param("words", selection.words())
                .query(Long.class)
                .single();
    }

    /** Those that somebody holds at a cadence. */
    List<Choice> heldAt(Cadence cadence) {
        return jdbc.sql("""
                SELECT * FROM selection
                 WHERE EXISTS (SELECT FROM subscription
                                WHERE subscription.selection_id = selection.id AND cadence = :cadence)
                 ORDER BY id
                """)
                .param("cadence", cadence.name())
                .query((row, number) -> new Choice(row.getLong("id"), of(row)))
                .list();
    }

    /** Reads the columns of {@code selection} in a row that joins it. */
    static Selection of(ResultSet row) throws SQLException {
        var languages = strings(row.getArray("languages")).stream()
                .flatMap(code -> Language.of(code).stream())
                .toList();
        return new Selection(
                languages, strings(row.getArray("topics")), strings(row.getArray("areas")), row.getString("words"));
    }

    private static List<String> strings(Array array) throws SQLException {
        return Stream.of((String[]) array.getArray()).toList();
    }
}
