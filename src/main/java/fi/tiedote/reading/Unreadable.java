package fi.tiedote.reading;

/** @param reason what is wrong with it and what to do, to be read after "it was not taken:" */
public record Unreadable(String reason) implements Reading {}
