package fi.tiedote.reading;

import java.util.function.Consumer;

/** How much of a plain text is read: each of its lines becomes something many times as large in memory. */
class Lines {
    private static final int MOST = 20_000;
    private static final int LONGEST = 2_000_000;

    private Lines() {}

    /** Without what follows so many. */
    static String cut(String text, Consumer<String> problems) {
        var end = text.indexOf('\n');
        for (var lines = 1; end >= 0 && end < LONGEST && lines < MOST; lines++) {
            end = text.indexOf('\n', end + 1);
        }
        var whole = text.length() <= LONGEST && (end < 0 || end == text.length() - 1);
        if (!whole) {
            problems.accept("it has more than %d lines or %d characters; what follows them was left out"
                    .formatted(MOST, LONGEST));
        }
        return whole ? text : text.substring(0, Math.min(LONGEST, end < 0 ? LONGEST : end));
    }
}
