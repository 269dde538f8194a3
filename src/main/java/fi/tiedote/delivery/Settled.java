package fi.tiedote.delivery;

/** A letter with what became of it. */
record Settled(Letter letter, Outcome outcome) {}
