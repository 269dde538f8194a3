package fi.tiedote.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A line that is not blank.
 *
 * @param alone whether blank lines, or the text's edges, are around it
 */
record Line(String text, boolean alone) {
    private static final Pattern BREAK = Pattern.compile("\\R");
    private static final Pattern SPACE = Pattern.compile("[\\h\\s\\u200B\\uFEFF]+");
    private static final Pattern ENDED = Pattern.compile("[.!?:;,…][\"”’')»]*\\z");

    /** Without the blank lines; white space at both ends, no-break spaces too, is gone. */
    static List<Line> of(String text) {
        var lines = BREAK.split(text, -1);
        var found = new ArrayList<Line>();
        for (var at = 0; at < lines.length; at++) {
            var line = trimmed(lines[at]);
            if (!line.isEmpty()) {
                var before = at == 0 || trimmed(lines[at - 1]).isEmpty();
                var after = at == lines.length - 1 || trimmed(lines[at + 1]).isEmpty();
                found.add(new Line(line, before && after));
            }
        }
        return found;
    }

    boolean endsSentence() {
        return ENDED.matcher(text).find();
    }

    private static String trimmed(String line) {
        return SPACE.matcher(line).replaceAll(" ").strip();
    }
}
