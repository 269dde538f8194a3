package fi.tiedote.gather;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Renews a lease before it runs out, for as long as somebody beats it. */
class Heartbeat {
    private final Claim claim;
    private final Claims claims;
    private final Duration lease;
    private final Clock clock;
    private Instant renewed;

    Heartbeat(Claim claim, Claims claims, Duration lease, Clock clock) {
        this.claim = claim;
        this.claims = claims;
        this.lease = lease;
        this.clock = clock;
        this.renewed = clock.instant();
    }

    /** To be called often; speaks to the database only now and then. */
    void beat() throws LeaseLostException {
        var now = clock.instant();
        if (now.isBefore(renewed.plus(lease.dividedBy(4)))) {
            return;
        }
        if (!claims.renew(claim, now.plus(lease))) {
            throw new LeaseLostException(claim);
        }
        renewed = now;
    }
}
