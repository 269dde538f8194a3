package fi.tiedote.release;

import fi.tiedote.city.Language;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A selection as SQL conditions on {@code release}; only what it restricts is there, so that the indexes can serve it.
 *
 * @param orders the topics and the areas, as {@code release_tag} has each in the order of feeds; none where all releases
 *     are as good
 * @param ordered whether an index has what is left in the order of feeds
 */
record Criteria(String sql, Map<String, Object> parameters, List<List<String>> orders, boolean ordered) {
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
            parameters.put("languages", codes(selection).toArray(String[]::new));
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
            sql.append("\n   AND ").append(words(selection));
            parameters.put("words", selection.words());
        }
        return new Criteria(sql.toString(), parameters, orders(selection), isOrdered(scope));
    }

    /** Whether one of those orders has all of it, and nothing else. */
    boolean isOneOrder() {
        return parameters.size() == 1 && !orders.isEmpty();
    }

    /**
     * Each language has its stems. The language is hidden from the planner, who would read an index with half of all
     * releases for it.
     */
    private static String words(Selection selection) {
        return languages(selection).stream()
                .map(language -> "words @@ websearch_to_tsquery('" + Dictionary.of(language) + "', :words)"
                        + " AND language || '' = '" + language.code() + "'")
                .collect(Collectors.joining(" OR ", "(", ")"));
    }

    /** Those that it names, or all of them. */
    static List<Language> languages(Selection selection) {
        return selection.languages().isEmpty() ? List.of(Language.values()) : selection.languages();
    }

    private static boolean isOrdered(Scope scope) {
        var selection = scope.selection();
        var languages = selection.languages().size();
        return selection.topics().isEmpty()
                && selection.areas().isEmpty()
                && selection.words().isEmpty()
                && scope.sources().size() <= 1
                && (languages <= 1 || languages == Language.values().length);
    }

    private static List<List<String>> orders(Selection selection) {
        var topics = selection.topics().stream().map(topic -> "topic/" + topic).toList();
        var areas = selection.areas().stream().map(area -> "area/" + area).toList();
        return Stream.of(topics, areas).filter(order -> !order.isEmpty()).toList();
    }

    private static List<String> codes(Selection selection) {
        return selection.languages().stream().map(Language::code).toList();
    }
}
