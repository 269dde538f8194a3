package fi.tiedote.release;

import fi.tiedote.city.Language;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A selection as SQL conditions on {@code release}; only what it restricts is there, so that the indexes can serve it.
 *
 * @param tags what it is found by in the order of feeds, as {@code release_tag} writes topics or areas; none where all
 *     releases are as good
 * @param ordered whether an index has what is left in the order of feeds
 */
record Criteria(String sql, Map<String, Object> parameters, List<String> tags, boolean ordered) {
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
        return new Criteria(sql.toString(), parameters, tags(selection), isOrdered(scope));
    }

    /** Whether the order of its tags has all of it, and nothing else. */
    boolean isTags() {
        return parameters.size() == 1 && !tags.isEmpty();
    }

    /**
     * Each language has its stems. The language is hidden from the planner, who would read an index with half of all
     * releases for it beside the one with the words.
     */
    private static String words(Selection selection) {
        var languages = selection.languages().isEmpty() ? List.of(Language.values()) : selection.languages();
        return languages.stream()
                .map(language -> "words @@ websearch_to_tsquery('" + Dictionary.of(language)
                        + "', :words) AND language || '' = '" + language.code() + "'")
                .collect(Collectors.joining(" OR ", "(", ")"));
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

    /** Of topics and areas the first that is given: one order can be read at a time. */
    private static List<String> tags(Selection selection) {
        return selection.topics().isEmpty()
                ? selection.areas().stream().map(area -> "area/" + area).toList()
                : selection.topics().stream().map(topic -> "topic/" + topic).toList();
    }

    private static List<String> codes(Selection selection) {
        return selection.languages().stream().map(Language::code).toList();
    }
}
