package fi.tiedote.delivery;

/**
 * What a server said of a subscriber's mailbox: that there is none, or, where it said so of everybody, that it was wrong.
 *
 * @param lifted whether an earlier one was a mistake
 */
public record Suspension(long subscriber, boolean lifted) {}
