package fi.tiedote.feed;

/**
 * The right to call one host until the claim ends.
 *
 * @param attempt fence of the claim
 * @param silences calls in a row, before this turn, that nobody answered
 */
record HubTurn(String host, int attempt, int silences) {}
