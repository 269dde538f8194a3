package fi.tiedote.gather;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one look at a source brought.
 *
 * @param problems of single files or items, each in a sentence
 * @param failure why the source as a whole could not be read; empty when it could
 * @param address where it is; empty where nothing was looked at
 * @param next when it is looked at again by itself; null where nothing was settled
 * @param again whether it is worth another look soon: a file was still being written, or another node was at it
 */
public record Gathered(
        String source,
        int created,
        int corrected,
        int unchanged,
        List<String> problems,
        String failure,
        boolean again,
        String address,
        @Nullable Instant next) {
    Gathered(
            String source,
            int created,
            int corrected,
            int unchanged,
            List<String> problems,
            String failure,
            boolean again) {
        this(source, created, corrected, unchanged, problems, failure, again, "", null);
    }

    Gathered then(String at, Instant then) {
        return new Gathered(source, created, corrected, unchanged, problems, failure, again, at, then);
    }
}
