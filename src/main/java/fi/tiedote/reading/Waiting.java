package fi.tiedote.reading;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** An item's title and lead without the embargo that stands in them or in the body, and that embargo. */
record Waiting(String title, String lead, Embargo embargo) {
    /** {@code EMBARGO 24.11. klo 9: Title}, {@code Title (embargo until …)}. */
    private static final Pattern BEFORE_TITLE =
            Pattern.compile("^(.{5,80}?)(?:\\s*[|]\\s*|:\\s+|\\s+[–—-]\\s+|\\)\\s+|]\\s*)(\\S.*)$");

    private static final Pattern AFTER_TITLE = Pattern.compile("^(.*\\S)\\s*[(\\[|–—-]\\s*([^(\\[|]{5,80}?)[)\\]]?$");

    /** The lines go from the body as well. */
    static Waiting cut(Item item, Element body, Instant published, ZoneId zone) {
        var embargo = item.embargo().isBlank()
                ? Embargo.NONE
                : Embargo.of("Embargo: " + item.embargo(), published, zone).orElse(Embargo.NONE);
        for (var row : Printed.rows(body)) {
            var said = Embargo.of(row.text(), published, zone);
            if (said.isPresent()) {
                embargo = embargo.and(said.get());
                Printed.cut(row, body);
            }
        }
        var title = part(item.title(), published, zone);
        var lead = part(item.lead(), published, zone);
        return new Waiting(
                title.title(), lead.title(), embargo.and(title.embargo()).and(lead.embargo()));
    }

    private static Waiting part(String text, Instant published, ZoneId zone) {
        var before = BEFORE_TITLE.matcher(text);
        if (before.matches()) {
            var said = Embargo.of(before.group(1), published, zone);
            if (said.isPresent()) {
                return new Waiting(before.group(2), "", said.get());
            }
        }
        var after = AFTER_TITLE.matcher(text);
        if (after.matches()) {
            var said = Embargo.of(after.group(2), published, zone);
            if (said.isPresent()) {
                return new Waiting(after.group(1), "", said.get());
            }
        }
        return sentence(text, published, zone).orElse(new Waiting(text, "", Embargo.NONE));
    }

    /** A lead may be the embargo, or begin with it. */
    private static Optional<Waiting> sentence(String text, Instant published, ZoneId zone) {
        var end = Math.max(text.indexOf(". ", Math.min(20, text.length())), text.indexOf("! "));
        var first = end < 0 ? text : text.substring(0, end + 1);
        return Embargo.of(first, published, zone)
                .map(said -> new Waiting(end < 0 ? "" : text.substring(end + 1).strip(), "", said));
    }
}
