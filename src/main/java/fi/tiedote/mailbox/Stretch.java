package fi.tiedote.mailbox;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A stretch of plain text; public for the template.
 *
 * @param link whether it is an http or https address
 */
public record Stretch(String text, boolean link) {
    /** Punctuation at the end belongs to the sentence. */
    private static final Pattern ADDRESS = Pattern.compile("\\bhttps?://[^\\s<>\"]*[^\\s<>\"'.,;:!?)\\]}]");

    static List<Stretch> of(String text) {
        var stretches = new ArrayList<Stretch>();
        var end = 0;
        for (var addresses = ADDRESS.matcher(text); addresses.find(); end = addresses.end()) {
            stretches.add(new Stretch(text.substring(end, addresses.start()), false));
            stretches.add(new Stretch(addresses.group(), true));
        }
        stretches.add(new Stretch(text.substring(end), false));
        return stretches;
    }
}
