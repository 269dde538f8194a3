package fi.tiedote.reading;

/** What came of looking into a file or an answer. */
public sealed interface Reading permits Document, Unreadable {}
