package fi.tiedote.delivery;

import java.time.Instant;

/**
 * A relay, or one domain through it, to which nothing goes until one letter has shown that it is taken again.
 *
 * @param domain empty for all
 * @param reason what it said, as a code
 */
record Breaker(String relay, String domain, String reason, int trips, Instant openedAt, Instant retryAt) {}
