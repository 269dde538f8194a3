package fi.tiedote.subscription;

import fi.tiedote.release.Selection;
import java.time.Instant;

/** A selection and a cadence that a subscriber holds. */
public record Subscription(long id, Selection selection, Cadence cadence, Instant confirmedAt) {}
