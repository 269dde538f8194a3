package fi.tiedote.gather;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The other beginnings that a Finnish word has in its inflections: the consonants of its last syllable are weak before most
 * endings (Pohjoispelto, Pohjoispellon), and a final i may be e (joki, joen).
 */
class Grades {
    private static final String VOWEL = "[aeiouyäöå]";
    private static final Pattern LAST = Pattern.compile("(.*?)(nk|nt|mp|lt|rt|ht|kk|pp|tt|k|p|t)(" + VOWEL + ")");
    private static final Map<String, String> WEAK = Map.ofEntries(
            Map.entry("nk", "ng"),
            Map.entry("nt", "nn"),
            Map.entry("mp", "mm"),
            Map.entry("lt", "ll"),
            Map.entry("rt", "rr"),
            Map.entry("ht", "hd"),
            Map.entry("kk", "k"),
            Map.entry("pp", "p"),
            Map.entry("tt", "t"),
            Map.entry("k", ""),
            Map.entry("p", "v"),
            Map.entry("t", "d"));
    private static final Pattern LAST_WEAK = Pattern.compile("(.*?)(nn|mm|ng|ll|rr|d|t|k|p)e");
    private static final Map<String, String> STRONG = Map.of(
            "nn", "nt", "mm", "mp", "ng", "nk", "ll", "lt", "rr", "rt", "d", "t", "t", "tt", "k", "kk", "p", "pp");
    /** Endings before which the grade is weak; without one it is another word. */
    private static final String ENDING =
            "(?:n|t|lla|llä|lta|ltä|lle|ssa|ssä|sta|stä|ksi|tta|ttä|i(?:lla|llä|lta|ltä|lle|ssa"
                    + "|ssä|sta|stä|ksi))(?:ni|si|nsa|nsä|mme|nne|an|än|kin)?(?![\\p{L}\\p{N}])";

    private static final int SHORTEST = 4;

    private Grades() {}

    /** Patterns; none for a word whose inflections all begin as it does. */
    static Set<String> of(String word) {
        return others(word).stream()
                .map(other -> Pattern.quote(other) + ENDING)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What stands before the endings. */
    static Set<String> others(String word) {
        var lower = word.toLowerCase(Locale.ROOT);
        var found = new LinkedHashSet<String>();
        if (lower.length() >= SHORTEST && !lower.contains(" ")) {
            found.addAll(weak(lower));
            found.addAll(strong(lower));
        }
        return found;
    }

    private static Set<String> weak(String word) {
        var last = LAST.matcher(word);
        var found = new LinkedHashSet<String>();
        // After s nothing is weak: st and sk never change.
        if (!last.matches() || (last.group(1).endsWith("s") && last.group(2).length() == 1)) {
            return found;
        }
        var weak = last.group(1) + WEAK.getOrDefault(last.group(2), last.group(2));
        found.add(weak + last.group(3));
        if (last.group(3).equals("i")) {
            found.add(weak + "e");
        }
        if (last.group(2).equals("k") && last.group(1).endsWith("l")) {
            found.add(last.group(1) + "je");
        }
        return found;
    }

    /** Nouns that end with e have it the other way round: liikenne, liikenteen; osoite, osoitteen. */
    private static Set<String> strong(String word) {
        var last = LAST_WEAK.matcher(word);
        return last.matches() ? Set.of(last.group(1) + STRONG.get(last.group(2)) + "ee") : Set.of();
    }
}
