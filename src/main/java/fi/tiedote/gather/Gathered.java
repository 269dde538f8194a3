package fi.tiedote.gather;

import java.util.List;

/**
 * What one look at a source brought.
 *
 * @param problems of single files or items, each in a sentence
 * @param failure why the source as a whole could not be read; empty when it could
 * @param again whether it is worth another look soon: a file was still being written, or another node was at it
 */
public record Gathered(
        String source,
        int created,
        int corrected,
        int unchanged,
        List<String> problems,
        String failure,
        boolean again) {}
