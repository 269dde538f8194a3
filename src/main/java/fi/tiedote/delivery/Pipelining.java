package fi.tiedote.delivery;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether a relay may be told more than it has answered (RFC 2920), as the couriers of this node find it: some offer that,
 * and lose what comes early. One connection tries it while the others go step by step, until an envelope was answered that
 * went along with the message before it. Thread-safe.
 */
class Pipelining {
    private static final Logger LOG = LoggerFactory.getLogger(Pipelining.class);
    /** In pauses of a relay's retry: how long the answer to a trial may take, and when it is tried again. */
    private static final int PATIENCE = 30;

    private static final int REST = 600;
    private static final int TOO_MANY = 10;

    private final Relay relay;
    private final Duration pause;
    private @Nullable Wire trying;
    private boolean proved;
    private boolean told;
    private int breaks;
    private long restUntil = System.nanoTime();

    Pipelining(Relay relay, Duration pause) {
        this.relay = relay;
        this.pause = pause;
    }

    /** Whether a connection may pipeline now; perhaps it is the one that tries. */
    synchronized boolean isFor(Wire wire) {
        if (!proved && trying == null && System.nanoTime() - restUntil >= 0) {
            trying = wire;
        }
        return proved || trying == wire;
    }

    synchronized boolean isTriedBy(Wire wire) {
        return trying == wire;
    }

    Duration patience() {
        return pause.multipliedBy(PATIENCE);
    }

    /** @param early whether the envelope went along with the message before it, which is more than a group */
    synchronized void worked(Wire wire, boolean early) {
        breaks = 0;
        if (early && trying == wire) {
            trying = null;
            proved = true;
            told = false;
        }
    }

    /** Any connection may be cut for any reason, but not all of them in the middle of their envelopes. */
    synchronized void failed(Wire wire, String how) {
        proved &= ++breaks < TOO_MANY;
        if (trying == wire) {
            trying = null;
            restUntil = System.nanoTime() + pause.multipliedBy(REST).toNanos();
            tell(how);
        }
    }

    private void tell(String how) {
        if (!told) {
            LOG.warn(
                    "relay {} offers PIPELINING but does not keep to it, as it seems ({}); it gets one command at a time",
                    relay,
                    how);
        }
        told = true;
    }

    /** Before it knew. */
    synchronized void left(Wire wire) {
        if (trying == wire) {
            trying = null;
        }
    }
}
