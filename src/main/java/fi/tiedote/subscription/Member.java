package fi.tiedote.subscription;

/**
 * Who a link in a letter belongs to.
 *
 * @param cadence of the newsletter that the letter was of
 */
public record Member(long subscriber, Cadence cadence) {}
