package fi.tiedote.gather;

import fi.tiedote.city.Language;
import fi.tiedote.release.Term;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The stems of the words of all terms, in one language: whatever inflection the text has, and at the end of compounds. */
class Roots {
    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    private static final int SHORTEST_HEAD = 4;

    private final Language language;
    private final Map<String, Set<String>> terms = new HashMap<>();
    private final Map<String, Set<String>> heads = new HashMap<>();

    /** @param compounds whether a word at the end of another counts: names of places end alike and are not */
    Roots(Language language, Collection<Term> all, boolean compounds) {
        this.language = language;
        var stems = new Stems(language);
        for (var term : all) {
            for (var word : term.words()) {
                var stem = stems.of(word.strip());
                if (!stem.isEmpty()) {
                    terms.computeIfAbsent(stem, none -> new TreeSet<>()).add(term.slug());
                }
                if (compounds && word.strip().length() > SHORTEST_HEAD) {
                    forms(word.strip()).map(stems::of).forEach(head -> addHead(head, term));
                }
            }
        }
    }

    /** The middle of a Finnish word changes, too. */
    private Stream<String> forms(String word) {
        return language == Language.FI ? Stream.concat(Stream.of(word), Grades.others(word).stream()) : Stream.of(word);
    }

    private void addHead(String stem, Term term) {
        if (stem.length() >= SHORTEST_HEAD) {
            heads.computeIfAbsent(stem, none -> new TreeSet<>()).add(term.slug());
        }
    }

    /** The first word of the text for each term, by its slug, as the text has it. */
    Map<String, String> in(String text) {
        var found = new LinkedHashMap<String, String>();
        var stems = new Stems(language);
        var seen = new HashMap<String, String>();
        WORD.matcher(text)
                .results()
                .map(MatchResult::group)
                .distinct()
                .forEach(word -> seen.putIfAbsent(stems.of(word), word));
        seen.remove("");
        seen.forEach((stem, word) -> {
            terms.getOrDefault(stem, Set.of()).forEach(slug -> found.putIfAbsent(slug, word));
            for (var head = shortestFirst(); head > 0 && stem.length() - head >= SHORTEST_HEAD; head++) {
                heads.getOrDefault(stem.substring(head), Set.of()).forEach(slug -> found.putIfAbsent(slug, word));
            }
        });
        return found;
    }

    /** Letters before a compound's last word; 0 where there are none: Swedish <i>transport</i> is no <i>sport</i>. */
    private int shortestFirst() {
        return switch (language) {
            case FI -> 3;
            case SV -> 5;
            case EN -> 0;
        };
    }
}
