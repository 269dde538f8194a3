package fi.tiedote.gather;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

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
    /** Endings before which the grade is weak; without one it is another word. */
    private static final String ENDING =
            "(?:n|t|lla|llä|lta|ltä|lle|ssa|ssä|sta|stä|ksi|tta|ttä|i(?:lla|llä|lta|ltä|lle|ssa"
                    + "|ssä|sta|stä|ksi))(?:ni|si|nsa|nsä|mme|nne|an|än|kin)?(?![\\p{L}\\p{N}])";

    private static final int SHORTEST = 4;

    private Grades() {}

    /** Patterns; none for a word whose inflections all begin as it does. */
    static Set<String> of(String word) {
        var lower = word.toLowerCase(Locale.ROOT);
        var last = LAST.matcher(lower);
        var found = new LinkedHashSet<String>();
        if (lower.length() < SHORTEST || !last.matches() || lower.contains(" ")) {
            return found;
        }
        // No s before it: st and sk never change.
        if (last.group(1).endsWith("s") && last.group(2).length() == 1) {
            return found;
        }
        var weak = last.group(1) + WEAK.getOrDefault(last.group(2), last.group(2));
        found.add(Pattern.quote(weak + last.group(3)) + ENDING);
        if (last.group(3).equals("i")) {
            found.add(Pattern.quote(weak + "e") + ENDING);
        }
        if (last.group(2).equals("k") && last.group(1).endsWith("l")) {
            found.add(Pattern.quote(last.group(1) + "je") + ENDING);
        }
        return found;
    }
}
