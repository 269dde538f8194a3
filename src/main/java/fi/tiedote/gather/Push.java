package fi.tiedote.gather;

import java.net.URI;

/**
 * A subscription to a feed at its hub, as it was claimed.
 *
 * @param token the secret part of the callback's address
 * @param topic what the hub calls the feed
 * @param inside whether the hub may be in the own network, as its source is
 * @param attempt fence of the claim
 * @param tries calls in a row that the hub did not take
 */
record Push(
        String token,
        String source,
        URI hub,
        String topic,
        boolean inside,
        String secret,
        String state,
        long attempt,
        int tries) {
    boolean isEnding() {
        return state.equals("ending");
    }
}
