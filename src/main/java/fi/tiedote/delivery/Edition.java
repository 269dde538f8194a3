package fi.tiedote.delivery;

/** An issue's content as it was encoded for one group of people, e.g. one language. */
public record Edition(long id, Issue issue) {}
