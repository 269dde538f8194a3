package fi.tiedote.reading;

import fi.tiedote.release.Contact;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A text without the people at its end, and those people. */
record Colophon(List<Line> body, List<Contact> contacts) {
    private static final int NEAR = 8;
    private static final int LONGEST_SIGNATURE = 8;

    static Colophon of(List<Line> lines) {
        var heading = heading(lines);
        var inline = heading < 0 ? "" : Asking.inline(lines.get(heading).text());
        var from = heading < 0 ? signature(lines) : heading + (inline.isEmpty() ? 1 : 0);
        var people = People.in(lines.subList(from, lines.size()), inline);
        if (heading >= 0 && people.contacts().isEmpty()) {
            return new Colophon(lines, List.of());
        }
        var body = new ArrayList<>(lines.subList(0, heading < 0 ? from : heading));
        people.rest().stream()
                .filter(line -> heading < 0 || !Asking.isHeading(line.text()))
                .forEach(body::add);
        return new Colophon(body, people.contacts());
    }

    static boolean isHeaded(List<Line> lines) {
        return heading(lines) >= 0;
    }

    /** The first heading that somebody's number follows soon; -1 without one. */
    private static int heading(List<Line> lines) {
        return IntStream.range(0, lines.size())
                .filter(at -> Asking.isHeading(lines.get(at).text())
                        || !Asking.inline(lines.get(at).text()).isEmpty())
                .filter(at -> lines.subList(at, Math.min(lines.size(), at + NEAR)).stream()
                        .anyMatch(line -> !Reach.of(line.text()).isEmpty()))
                .findFirst()
                .orElse(-1);
    }

    /** Where the last lines that are no sentences begin. */
    private static int signature(List<Line> lines) {
        var from = lines.size();
        while (from > 0
                && lines.size() - from < LONGEST_SIGNATURE
                && !lines.get(from - 1).endsSentence()) {
            from--;
        }
        return from;
    }
}
