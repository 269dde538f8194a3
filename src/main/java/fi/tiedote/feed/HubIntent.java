package fi.tiedote.feed;

import java.net.URI;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * A wish to be pushed a feed, or no longer, that its callback has to confirm.
 *
 * @param topic path and query of the feed in this installation
 * @param secret empty where none was given
 * @param attempt fence of the claim; 0 before the first
 */
record HubIntent(long id, Mode mode, String topic, URI callback, String secret, Duration lease, int attempt) {
    enum Mode {
        SUBSCRIBE,
        UNSUBSCRIBE;

        String word() {
            return this == SUBSCRIBE ? "subscribe" : "unsubscribe";
        }
    }

    private static final Duration USUAL = Duration.of(10, ChronoUnit.DAYS);
    private static final Duration SHORTEST = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.of(30, ChronoUnit.DAYS);

    /** The lease is what was asked for, within the hub's bounds. */
    static Duration lease(long seconds) {
        if (seconds <= 0) {
            return USUAL;
        }
        var asked = Duration.ofSeconds(Math.min(seconds, LONGEST.toSeconds()));
        return asked.compareTo(SHORTEST) < 0 ? SHORTEST : asked;
    }

    /** However it is spelled, a host has its limit once. */
    String host() {
        var host = callback.getHost().toLowerCase(Locale.ROOT);
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }
}
