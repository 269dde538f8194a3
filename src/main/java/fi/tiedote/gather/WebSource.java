package fi.tiedote.gather;

/** Gathers from one kind of source on the web. */
interface WebSource {
    Outcome gather(Look look);
}
