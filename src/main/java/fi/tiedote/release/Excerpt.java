package fi.tiedote.release;

import java.util.List;

/** What a release says around the words that were searched for. */
public record Excerpt(List<Part> title, List<Part> text) {
    /** @param hit whether it is one of the words, in whatever form */
    public record Part(String text, boolean hit) {}
}
