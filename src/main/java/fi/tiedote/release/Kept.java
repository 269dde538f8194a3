package fi.tiedote.release;

/** What became of a draft: the id of its release, and whether that was new. */
public record Kept(long id, Change change) {
    public enum Change {
        NEW,
        CORRECTED,
        UNCHANGED
    }
}
