package fi.tiedote.feed;

import java.net.URI;

/**
 * One subscription whose feed may have changed.
 *
 * @param topic path and query of the feed in this installation
 * @param sent tag of the edition that was pushed last
 * @param revision as it was when it was claimed
 * @param attempt fence of the claim
 * @param tries pushes of this change that failed
 */
record HubPush(
        long id, String topic, URI callback, String secret, String sent, long revision, int attempt, int tries) {}
