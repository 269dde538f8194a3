package fi.tiedote.site;

import fi.tiedote.city.Language;
import fi.tiedote.feed.Parameters;
import fi.tiedote.release.Selection;
import fi.tiedote.release.Term;
import fi.tiedote.release.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody asks for in a form or an address, as far as it can be meant.
 *
 * @param languages in the order in which they were given
 * @param words as they were given, however long
 * @param faults the parts that mean nothing here, by their names in forms
 */
record Wanted(List<Language> languages, List<String> topics, List<String> areas, String words, List<String> faults) {

    static Wanted read(Parameters given, Vocabulary vocabulary) {
        var faults = new ArrayList<String>();
        var languages = known(given, "lang", Language::of, faults);
        var topics = known(given, "topic", vocabulary::topic, faults);
        var areas = known(given, "area", vocabulary::area, faults);
        var words = words(given);
        if (words.length() > Selection.WORDS_LIMIT) {
            faults.add("q");
        }
        return new Wanted(languages, slugs(topics), slugs(areas), words, List.copyOf(faults));
    }

    static Wanted of(Selection selection) {
        return new Wanted(
                selection.languages(),
                List.copyOf(selection.topics()),
                List.copyOf(selection.areas()),
                selection.words(),
                List.of());
    }

    /** The same where no language was given. */
    Wanted orIn(Language language) {
        return languages.isEmpty() ? in(List.of(language)) : this;
    }

    Wanted in(List<Language> others) {
        return new Wanted(others, topics, areas, words, faults);
    }

    /** Without faults only. */
    Selection selection() {
        return new Selection(languages, topics, areas, words);
    }

    private static <T> List<T> known(
            Parameters given, String name, Function<String, Optional<T>> meaning, List<String> faults) {
        var values = given.all(name).stream()
                .flatMap(value -> Stream.of(value.split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
        var known = values.stream()
                .flatMap(value -> meaning.apply(value).stream())
                .distinct()
                .toList();
        if (values.stream().anyMatch(value -> meaning.apply(value).isEmpty())) {
            faults.add(name);
        }
        return known;
    }

    /** Several are <i>or</i>, as in the addresses of feeds. */
    private static String words(Parameters given) {
        return given.all("q").stream()
                .map(words -> words.strip().replaceAll("\\s+", " "))
                .filter(words -> !words.isEmpty())
                .distinct()
                .collect(Collectors.joining(" or "));
    }

    private static List<String> slugs(List<Term> terms) {
        return terms.stream().map(Term::slug).toList();
    }
}
