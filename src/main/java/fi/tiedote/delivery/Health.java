package fi.tiedote.delivery;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether a relay can be used, as the couriers of this node find it. When it cannot, one of them tries again after a pause
 * and the others rest. Thread-safe.
 */
class Health {
    private static final Logger LOG = LoggerFactory.getLogger(Health.class);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    /** A wrong password that is tried over and over locks the account. */
    private static final int LASTING = 60;

    private final Relay relay;
    private final Duration first;
    private String trouble = "";
    private boolean lasting;
    private Duration pause;
    private long retryAt;

    Health(Relay relay, Duration first) {
        this.relay = relay;
        this.first = first;
        this.pause = first;
    }

    synchronized boolean isGood() {
        return trouble.isEmpty();
    }

    /** The reason why it cannot be used; empty when it can. */
    synchronized String trouble() {
        return trouble;
    }

    /** Whether the caller is the one to try again now. */
    synchronized boolean isMyTurn() {
        if (System.nanoTime() - retryAt < 0) {
            return false;
        }
        retryAt = System.nanoTime() + pause.toNanos();
        return true;
    }

    /** Tells of a change once, not of each attempt. */
    synchronized void worked() {
        if (!trouble.isEmpty()) {
            LOG.info("relay {} takes letters again", relay);
        }
        trouble = "";
        pause = first;
    }

    synchronized void failed(RelayTrouble e) {
        var now = String.valueOf(e.getMessage());
        if (!now.equals(trouble)) {
            LOG.warn("relay {} cannot be used: {}; letters wait, or go another way", relay, now);
        }
        if (!now.equals(trouble) || lasting != e.isLasting()) {
            pause = e.isLasting() ? first.multipliedBy(LASTING) : first;
        } else if (System.nanoTime() - retryAt >= 0 || e.isLasting()) {
            pause = shorter(pause.multipliedBy(2), e.isLasting() ? LONGEST.multipliedBy(LASTING) : LONGEST);
        }
        trouble = now;
        lasting = e.isLasting();
        retryAt = System.nanoTime() + pause.toNanos();
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
