package fi.tiedote.delivery;

import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A place in an edition where each letter has something of its own. */
public enum Slot {
    ADDRESS('A'),
    MESSAGE_ID('M'),
    /** The token of the link that unsubscribes. */
    UNSUBSCRIBE('U'),
    /** The token of the link to the preferences. */
    PREFERENCES('P'),
    /** What was given with the letter, e.g. the token of a confirmation. */
    PERSONAL('X');

    // Nobody who writes a release can guess it, and so smuggle a reader's token into a link.
    private static final String START = new SecureRandom()
            .ints(6, 0xE000, 0xF800)
            .mapToObj(Character::toString)
            .collect(Collectors.joining());
    static final int MARK_LENGTH = START.length() + 1;

    private final char letter;

    Slot(char letter) {
        this.letter = letter;
    }

    /** What stands in a template's output where the slot will be; another in each process. */
    public String mark() {
        return START + letter;
    }

    /** How an edition's bytes have it: they are kept, so that a letter never changes its meaning. */
    char letter() {
        return letter;
    }

    static Slot of(int letter) {
        return Stream.of(values())
                .filter(slot -> slot.letter == letter)
                .findFirst()
                .orElseThrow();
    }

    /** The slot whose mark begins at an index of a text, or null. */
    static @Nullable Slot at(String text, int index) {
        return text.startsWith(START, index) ? of(text.charAt(index + START.length())) : null;
    }
}
