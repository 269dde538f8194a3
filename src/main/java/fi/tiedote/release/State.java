package fi.tiedote.release;

/** Where a release stands; only {@link #PUBLISHED} ones are seen by anybody outside the press office. */
public enum State {
    HELD,
    EMBARGOED,
    PUBLISHED,
    WITHDRAWN
}
