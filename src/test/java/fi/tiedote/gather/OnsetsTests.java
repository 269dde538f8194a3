package fi.tiedote.gather;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class OnsetsTests {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    @Test
    void findsTheFirstWordThatBeginsSoInAnyCase() {
        assertThat(first("Uusi PÄIVÄKOTI ja päiväkodit", 'p', "päivä")).isEqualTo("PÄIVÄKOTI");
    }

    @Test
    void findsNothingInsideOfWords() {
        assertThat(first("kesäpäivä, 1päivä, 𐐀päivä", 'p', "päivä")).isEmpty();
    }

    @Test
    void findsWordsBehindWhateverIsNoLetter() {
        assertThat(first("linja-auto", 'a', "auto")).isEqualTo("auto");
        assertThat(first("😀auto", 'a', "auto")).isEqualTo("auto");
        assertThat(first("auto", 'A', "auto")).isEqualTo("auto");
    }

    @Test
    void looksBehindTheWordOnly() {
        assertThat(first("joen varsi", 'j', "joe(?:n)(?!\\p{L})")).isEqualTo("joen");
        assertThat(first("joenvarsi", 'j', "joe(?:n)(?!\\p{L})")).isEmpty();
    }

    private static String first(String text, char first, String beginning) {
        return new Onsets(text).first(first, Pattern.compile(beginning, FLAGS));
    }
}
