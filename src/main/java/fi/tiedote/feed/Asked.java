package fi.tiedote.feed;

/** What a client turned out to ask for. */
sealed interface Asked permits Subject, Refusal {}
