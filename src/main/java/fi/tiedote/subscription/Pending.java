package fi.tiedote.subscription;

import fi.tiedote.city.Language;
import fi.tiedote.release.Selection;

/** A wish that waits for its confirmation. */
public record Pending(long id, String address, Language language, Selection selection, Cadence cadence) {}
