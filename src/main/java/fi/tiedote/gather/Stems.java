package fi.tiedote.gather;

import fi.tiedote.city.Language;
import java.util.Locale;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.FinnishStemmer;
import org.tartarus.snowball.ext.SwedishStemmer;

/** Takes the endings off words, by Snowball's rules for one language. For one thread. */
class Stems {
    /** Stems of shorter words collide. */
    private static final int SHORTEST = 4;

    private final SnowballStemmer stemmer;

    Stems(Language language) {
        this.stemmer = switch (language) {
            case FI -> new FinnishStemmer();
            case SV -> new SwedishStemmer();
            case EN -> new EnglishStemmer();
        };
    }

    /** In lower case; empty for what has no stem to compare by. */
    String of(String word) {
        var lower = word.toLowerCase(Locale.ROOT);
        if (lower.length() < SHORTEST || !lower.chars().allMatch(Character::isLetter)) {
            return "";
        }
        stemmer.setCurrent(lower);
        stemmer.stem();
        var stem = stemmer.getCurrent();
        return stem.length() < SHORTEST - 1 ? "" : stem;
    }
}
