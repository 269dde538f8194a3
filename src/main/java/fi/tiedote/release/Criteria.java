package fi.tiedote.release;

import fi.tiedote.city.Language;
import java.util.Map;
import java.util.TreeMap;

/** A selection as SQL conditions on {@code release}; only what it restricts is there, so that the indexes can serve it. */
record Criteria(String sql, Map<String, Object> parameters) {
    private static final String WORDS = """

               AND words @@ (websearch_to_tsquery('finnish', :words)
                          || websearch_to_tsquery('swedish', :words)
                          || websearch_to_tsquery('english', :words))
               AND words @@ CASE language WHEN 'fi' THEN websearch_to_tsquery('finnish', :words)
                                          WHEN 'sv' THEN websearch_to_tsquery('swedish', :words)
                                          ELSE websearch_to_tsquery('english', :words) END\
            """;

    static Criteria of(Selection selection) {
        return of(State.PUBLISHED, selection);
    }

    static Criteria of(State state, Selection selection) {
        return of(state, Scope.of(selection));
    }

    /** The state is part of the text: planners use a partial index only where they read its condition. */
    static Criteria of(State state, Scope scope) {
        var selection = scope.selection();
        var sql = new StringBuilder("state = '" + state.name() + "'");
        var parameters = new TreeMap<String, Object>();
        if (!scope.sources().isEmpty()) {
            sql.append("\n   AND source = ANY (:sources)");
            parameters.put("sources", scope.sources().toArray(String[]::new));
        }
        if (!selection.languages().isEmpty()) {
            sql.append("\n   AND language = ANY (:languages)");
            parameters.put(
                    "languages",
                    selection.languages().stream().map(Language::code).toArray(String[]::new));
        }
        if (!selection.topics().isEmpty()) {
            sql.append("\n   AND topics && :topics::text[]");
            parameters.put("topics", selection.topics().toArray(String[]::new));
        }
        if (!selection.areas().isEmpty()) {
            sql.append("\n   AND areas && :areas::text[]");
            parameters.put("areas", selection.areas().toArray(String[]::new));
        }
        if (!selection.words().isEmpty()) {
            sql.append(WORDS);
            parameters.put("words", selection.words());
        }
        return new Criteria(sql.toString(), parameters);
    }
}
