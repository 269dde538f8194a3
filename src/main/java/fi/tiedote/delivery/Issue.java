package fi.tiedote.delivery;

/**
 * One run of a newsletter.
 *
 * @param newsletter key, e.g. {@code daily}
 * @param occasion what tells this run from others: a second run with the same one is the same issue
 */
public record Issue(long id, String newsletter, String occasion, Priority priority) {}
