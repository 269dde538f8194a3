package fi.tiedote.gather;

import fi.tiedote.city.Language;
import fi.tiedote.release.Match;
import fi.tiedote.release.Term;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says which terms an item has, and why: by its source, by the source's categories, or by words that begin so or have the
 * same stem.
 */
class Sorter {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
    private final Match.Vocabularies vocabulary;
    private final List<Term> terms;
    private final Map<String, List<Beginning>> words;
    private final Map<Language, Roots> roots = new EnumMap<>(Language.class);

    /** A word, and what else its inflections begin with. */
    private record Beginning(char first, Pattern pattern) {
        static Beginning of(String word) {
            var all = Stream.concat(Stream.of(Pattern.quote(word)), Grades.of(word).stream());
            return new Beginning(word.charAt(0), Pattern.compile(all.collect(Collectors.joining("|")), FLAGS));
        }
    }

    Sorter(Match.Vocabularies vocabulary, List<Term> terms) {
        this.vocabulary = vocabulary;
        this.terms = terms;
        this.words = terms.stream()
                .filter(term -> !term.words().isEmpty())
                .collect(Collectors.toUnmodifiableMap(Term::slug, Sorter::beginnings));
        for (var language : Language.values()) {
            roots.put(language, new Roots(language, terms, vocabulary == Match.Vocabularies.TOPIC));
        }
    }

    /**
     * One for each term that it has, in the order of the vocabulary.
     *
     * @param text plain
     */
    List<Match> sort(
            String source, Collection<String> given, Collection<String> categories, Language language, String text) {
        var onsets = new Onsets(text);
        var rooted = Objects.requireNonNull(roots.get(language)).in(text);
        return terms.stream()
                .flatMap(term -> match(term, source, given, categories, onsets)
                        .or(() -> Optional.ofNullable(rooted.get(term.slug()))
                                .map(word -> new Match(vocabulary, term.slug(), Match.Rule.WORD, word)))
                        .stream())
                .toList();
    }

    static Set<String> slugs(List<Match> matches) {
        return matches.stream().map(Match::slug).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Optional<Match> match(
            Term term, String source, Collection<String> given, Collection<String> categories, Onsets text) {
        if (given.contains(term.slug()) || term.sources().contains(source)) {
            return Optional.of(new Match(vocabulary, term.slug(), Match.Rule.SOURCE, source));
        }
        var category =
                categories.stream().filter(name -> means(term, folded(name))).findFirst();
        return category.map(name -> new Match(vocabulary, term.slug(), Match.Rule.CATEGORY, name))
                .or(() -> said(term, text).map(word -> new Match(vocabulary, term.slug(), Match.Rule.WORD, word)));
    }

    private static boolean means(Term term, String category) {
        var names = Stream.of(
                term.slug(), term.names().fi(), term.names().sv(), term.names().en());
        return Stream.concat(names, term.categories().stream())
                .map(Sorter::folded)
                .anyMatch(category::equals);
    }

    /** The word as the text has it, to its end. */
    private Optional<String> said(Term term, Onsets text) {
        return words.getOrDefault(term.slug(), List.of()).stream()
                .map(beginning -> text.first(beginning.first(), beginning.pattern()))
                .filter(word -> !word.isEmpty())
                .findFirst();
    }

    private static List<Beginning> beginnings(Term term) {
        return term.words().stream()
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .map(Beginning::of)
                .toList();
    }

    private static String folded(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
