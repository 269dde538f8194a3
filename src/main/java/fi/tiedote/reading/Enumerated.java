package fi.tiedote.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts a line that names several people, each with a number of their own, into one for each. */
class Enumerated {
    private static final int LONGEST = 1_000;
    private static final Pattern SEPARATOR = Pattern.compile("\\s*[,;(:]\\s*|\\s+[–-]\\s+");

    private Enumerated() {}

    static List<Line> of(Line line) {
        var text = line.text();
        var places = text.length() > LONGEST ? List.<int[]>of() : Reach.places(text);
        var found = new ArrayList<Line>();
        var begin = 0;
        for (var at = 0; at + 1 < places.size(); at++) {
            var end = places.get(at)[1];
            var next = places.get(at + 1)[0];
            if (next > end && isAnother(text.substring(end, next))) {
                found.add(part(text.substring(begin, end)));
                begin = end;
            }
        }
        if (found.isEmpty()) {
            return List.of(line);
        }
        found.add(part(text.substring(begin)));
        return found;
    }

    /** Between two numbers of one person there is a comma, or "or"; before another's there is a name, or a unit. */
    private static boolean isAnother(String between) {
        var plain = between.replaceFirst("^[\\s,;.)/]*(?:(?:ja|sekä|och|samt|and)\\s+)?", "")
                .strip();
        return plain.matches("(?s)\\p{L}.*")
                && SEPARATOR.splitAsStream(plain).limit(2).map(String::strip).anyMatch(Named::hasName);
    }

    private static Line part(String text) {
        return new Line(
                text.replaceFirst("^[\\s,;.)/]*(?:(?:ja|sekä|och|samt|and)\\s+)?", "")
                        .strip(),
                false);
    }
}
