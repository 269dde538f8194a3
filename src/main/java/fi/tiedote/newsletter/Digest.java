package fi.tiedote.newsletter;

import fi.tiedote.subscription.Cadence;
import java.time.LocalDate;

/** One run of the daily or weekly digest: what was published after one place in the sequence, up to another. */
record Digest(Cadence cadence, LocalDate day, long after, long upTo) {}
