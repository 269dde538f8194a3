package fi.tiedote.reading;

import java.util.List;
import java.util.regex.Pattern;

/** The rows {@code 20.11.2026Title} and the link to the archive that a page's frame has left behind a release. */
class OtherNews {
    private static final Pattern ROW = Pattern.compile("\\d{1,2}\\.\\d{1,2}\\.\\d{4}[\\p{L}\"”'(\\d].*");
    private static final Pattern LINK = Pattern.compile("\\p{Lu}[^.!?]{0,60}\\s?[»›]");

    private OtherNews() {}

    static List<Line> cut(List<Line> lines) {
        return lines.stream().filter(line -> !isFrame(line.text())).toList();
    }

    static boolean isFrame(String line) {
        return ROW.matcher(line).matches() || LINK.matcher(line).matches();
    }
}
