package fi.tiedote.release;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Why releases have their topics and areas. */
@Repository
public class Matches {
    private final JdbcClient jdbc;

    public Matches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One for each of its topics and areas that a rule gave it; topics first. */
    public List<Match> of(long releaseId) {
        return jdbc.sql("""
                SELECT vocabulary, slug, rule, said FROM release_match WHERE release_id = :id
                 ORDER BY vocabulary DESC, slug
                """).param("id", releaseId).query(Match.class).list();
    }

    static void keep(JdbcClient jdbc, long releaseId, List<Match> matches) {
        jdbc.sql("DELETE FROM release_match WHERE release_id = :id")
                .param("id", releaseId)
                .update();
        add(jdbc, releaseId, matches);
    }

    /** Of a release that has none. */
    static void add(JdbcClient jdbc, long releaseId, List<Match> matches) {
        if (matches.isEmpty()) {
            return;
        }
        jdbc.sql("""
                INSERT INTO release_match (release_id, vocabulary, slug, rule, said)
                SELECT :id, vocabulary, slug, rule, said
                  FROM unnest(:vocabularies::text[], :slugs::text[], :rules::text[], :said::text[])
                       AS given (vocabulary, slug, rule, said)
                ON CONFLICT DO NOTHING
                """)
                .param("id", releaseId)
                .param(
                        "vocabularies",
                        matches.stream().map(match -> match.vocabulary().name()).toArray(String[]::new))
                .param("slugs", matches.stream().map(Match::slug).toArray(String[]::new))
                .param(
                        "rules",
                        matches.stream().map(match -> match.rule().name()).toArray(String[]::new))
                .param("said", matches.stream().map(Match::said).toArray(String[]::new))
                .update();
    }
}
