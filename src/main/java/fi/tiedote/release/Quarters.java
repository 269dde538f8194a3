package fi.tiedote.release;

import fi.tiedote.city.Language;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Searches the published releases of one quarter of a year after another, the newest first, until there are enough: by an
 * index that has the quarter, the language and all that a scope names among the words.
 *
 * <p>Each thing that is asked for is a condition of its own, the quarter the first. So the index steps from a release that
 * has the one to the next that has the other, and passes over whatever other quarters have.
 */
@Repository
class Quarters {
    private static final String MARKED =
            "release_search(words, language, published_at, source, topics, areas) @@ %s::tsquery";

    private final JdbcClient jdbc;
    private final Clippings clippings;

    Quarters(JdbcClient jdbc, Clippings clippings) {
        this.jdbc = jdbc;
        this.clippings = clippings;
    }

    /**
     * A nested loop asks for each row only when it is wanted, and gives its rows in the order of the outer ones. The dates are
     * hidden, lest their order be walked instead of the index.
     */
    List<Release> search(Scope scope, int limit, @Nullable Before before) {
        var words = scope.selection().words();
        var marks = marks(scope);
        var last = before == null ? "span.last" : "LEAST(span.last, :publishedAt)";
        var rest = before == null ? "" : "AND (published_at + interval '0', id) < (:publishedAt, :id)";
        return clippings.read(jdbc.sql("""
                WITH tongue AS MATERIALIZED (
                     SELECT code, search
                       FROM unnest(:codes, :dictionaries::regconfig[]) AS spoken (code, dictionary),
                            websearch_to_tsquery(dictionary, :words) AS search
                      WHERE %s)
                SELECT found.id, found.written
                  FROM (SELECT min(published_at) AS first, max(published_at) AS last
                          FROM release WHERE state = 'PUBLISHED') AS span,
                       LATERAL generate_series(release_quarter(%s), release_quarter(span.first), -1) AS quarter,
                       LATERAL (SELECT %s FROM tongue, release
                                 WHERE state = 'PUBLISHED' AND %s %s
                                 ORDER BY published_at + interval '0' DESC, id DESC) AS found
                 LIMIT :limit
                """.formatted(
                                words.isEmpty() ? "true" : "release_findable(search)",
                                last,
                                Clippings.MARK,
                                conditions(marks.keySet(), words),
                                rest))
                .params(tongues(scope.selection()))
                .params(marks)
                .param("words", words)
                .params(Newest.position(before))
                .param("limit", limit)
                .query((row, number) -> new Clippings.Mark(row.getLong("id"), row.getLong("written")))
                .list());
    }

    private static String conditions(Collection<String> marks, String words) {
        var all = new ArrayList<>(List.of("('''@' || code || quarter || '''')"));
        marks.forEach(mark -> all.add(":" + mark));
        if (!words.isEmpty()) {
            all.add("search");
        }
        return all.stream().map(MARKED::formatted).collect(Collectors.joining(" AND "));
    }

    private static Map<String, Object> tongues(Selection selection) {
        var languages = Criteria.languages(selection);
        return Map.of(
                "codes", languages.stream().map(Language::code).toArray(String[]::new),
                "dictionaries", languages.stream().map(Dictionary::of).toArray(String[]::new));
    }

    /** What is asked for besides words and languages; one of each kind. */
    private static Map<String, Object> marks(Scope scope) {
        var marks = new HashMap<String, Object>();
        put(marks, "source", scope.sources());
        put(marks, "topic", scope.selection().topics());
        put(marks, "area", scope.selection().areas());
        return marks;
    }

    private static void put(Map<String, Object> marks, String kind, Collection<String> any) {
        if (!any.isEmpty()) {
            marks.put(kind, any.stream().map(one -> quoted(kind, one)).collect(Collectors.joining(" | ")));
        }
    }

    /** As a {@code tsquery} has a word that is none. */
    private static String quoted(String kind, String name) {
        return "'@" + kind + '/' + name.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
