package fi.tiedote.delivery;

/** What a sealed token may be used for, and nothing else. */
public enum Purpose {
    UNSUBSCRIBE('u'),
    PREFERENCES('p'),
    /** The variable part of an envelope sender (VERP). */
    BOUNCE('b'),
    MESSAGE_ID('m');

    private final char letter;

    Purpose(char letter) {
        this.letter = letter;
    }

    /** Part of what is sealed: it never changes. */
    byte letter() {
        return (byte) letter;
    }
}
