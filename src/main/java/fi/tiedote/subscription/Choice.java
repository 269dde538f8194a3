package fi.tiedote.subscription;

import fi.tiedote.release.Selection;

/** A selection that somebody holds at a cadence. */
public record Choice(long id, Selection selection) {}
