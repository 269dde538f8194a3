package fi.tiedote.gather;

/** The forms in which releases arrive. */
public enum Format {
    TEXT,
    RSS,
    ATOM,
    JSON_FEED
}
