package fi.tiedote.gather;

import fi.tiedote.release.Term;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says which terms an item has: by its source, by the source's categories, or by words that begin so. */
class Sorter {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

    private final List<Term> terms;
    private final Map<String, Pattern> words;

    Sorter(List<Term> terms) {
        this.terms = terms;
        this.words = terms.stream()
                .filter(term -> !term.words().isEmpty())
                .collect(Collectors.toUnmodifiableMap(Term::slug, Sorter::beginnings));
    }

    /** @param text plain */
    Set<String> sort(String source, Collection<String> given, Collection<String> categories, String text) {
        var lowerCase = categories.stream().map(Sorter::folded).collect(Collectors.toSet());
        var found = new LinkedHashSet<String>();
        for (var term : terms) {
            if (given.contains(term.slug())
                    || term.sources().contains(source)
                    || means(term, lowerCase)
                    || says(term, text)) {
                found.add(term.slug());
            }
        }
        return found;
    }

    private static boolean means(Term term, Set<String> categories) {
        return Stream.of(
                                term.slug(),
                                folded(term.names().fi()),
                                folded(term.names().sv()),
                                folded(term.names().en()))
                        .anyMatch(categories::contains)
                || term.categories().stream().map(Sorter::folded).anyMatch(categories::contains);
    }

    private boolean says(Term term, String text) {
        var beginnings = words.get(term.slug());
        return beginnings != null && beginnings.matcher(text).find();
    }

    private static Pattern beginnings(Term term) {
        Function<String, String> quoted = word -> Pattern.quote(word.strip());
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}])(?:" + term.words().stream().map(quoted).collect(Collectors.joining("|")) + ")",
                FLAGS);
    }

    private static String folded(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
