package fi.tiedote.gather;

import fi.tiedote.release.Contact;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A text without the people at its end, and those people. */
record Colophon(List<Line> body, List<Contact> contacts) {
    private static final Pattern HEADING =
            Pattern.compile("(?iu)(lisätieto(?:ja|a)|lisätiedot|tiedustelut|yhteyshenkilöt?"
                    + "|yhteystiedot|mera? information|ytterligare (?:information|upplysningar)|tilläggsuppgifter"
                    + "|närmare (?:information|upplysningar)|kontakt(?:er|personer|uppgifter)?|(?:for )?further information"
                    + "|(?:for )?more information|additional information|(?:press |media )?contacts?|enquiries)"
                    + "(?:\\s+(?:antaa|antavat|medialle|ger|ges av|from))?(?:(?:[\\s,][^:.]{0,50})?(:\\s*.*))?");
    private static final int NEAR = 6;
    private static final int LONGEST_SIGNATURE = 8;

    static Colophon of(List<Line> lines) {
        var heading = heading(lines);
        var from = heading < 0 ? signature(lines) : heading + 1;
        var inline = heading < 0 ? Stream.<Line>empty() : inline(lines.get(heading));
        var people = People.in(Stream.concat(inline, lines.subList(from, lines.size()).stream())
                .toList());
        var body = new ArrayList<>(lines.subList(0, heading < 0 ? from : heading));
        if (heading >= 0 && people.contacts().isEmpty()) {
            return new Colophon(lines, List.of());
        }
        body.addAll(people.rest());
        return new Colophon(body, people.contacts());
    }

    /** The first heading that somebody's number follows soon; -1 without one. */
    private static int heading(List<Line> lines) {
        return IntStream.range(0, lines.size())
                .filter(at -> HEADING.matcher(lines.get(at).text()).matches())
                .filter(at -> lines.subList(at, Math.min(lines.size(), at + NEAR)).stream()
                        .anyMatch(line -> !Reach.of(line.text()).isEmpty()))
                .findFirst()
                .orElse(-1);
    }

    private static Stream<Line> inline(Line heading) {
        var match = HEADING.matcher(heading.text());
        var after = match.matches() && match.group(2) != null
                ? match.group(2).substring(1).strip()
                : "";
        return after.isEmpty() ? Stream.empty() : Stream.of(new Line(after, false));
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
