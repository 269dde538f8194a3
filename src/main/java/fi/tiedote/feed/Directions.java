package fi.tiedote.feed;

import fi.tiedote.release.Vocabulary;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds out what an address in a folder of feeds means. */
record Directions(String folder, Vocabulary vocabulary) {
    private static final Pattern HISTORY = Pattern.compile("releases/([1-9][0-9]{0,17})\\.([a-z.]{1,20})");

    /**
     * @param format what the answer is written in, whatever it is about
     * @param asked either what is asked for or why it cannot be
     */
    record Way(Format format, Asked asked) {}

    /**
     * @param query as it stands in the request line; empty for none
     * @return empty where no feed can be
     */
    Optional<Way> to(String path, String query) {
        if (!path.startsWith(folder)) {
            return Optional.empty();
        }
        var file = path.substring(folder.length());
        var all = Format.of(file.startsWith("releases.") ? file.substring("releases.".length()) : "");
        if (all.isPresent()) {
            return Optional.of(new Way(all.get(), Enquiry.read(query, vocabulary)));
        }
        var history = HISTORY.matcher(file);
        return history.matches()
                ? Format.of(history.group(2))
                        .map(format -> new Way(format, new History(Long.parseLong(history.group(1)))))
                : Optional.empty();
    }
}
