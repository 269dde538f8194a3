package fi.tiedote.delivery;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** Lets a relay have as many letters as its settings allow: so many a second, and so many on a day. Thread-safe. */
class Gate {
    private final Relay relay;
    private final RelayDays days;
    private final Lease lease;
    private final ZoneId zone;
    private final Clock clock;
    private double tokens = 1;
    private long filledAt = System.nanoTime();

    Gate(Relay relay, RelayDays days, Lease lease, ZoneId zone, Clock clock) {
        this.relay = relay;
        this.days = days;
        this.lease = lease;
        this.zone = zone;
        this.clock = clock;
    }

    /** @return how many of those wished for may go now; what does not go is given back */
    int grant(int wish) {
        var now = byRate(wish);
        var today = byDay(now);
        giveBackRate(now - today);
        return today;
    }

    void giveBack(int letters) {
        if (letters > 0) {
            giveBackRate(letters);
            if (isWarmingUp()) {
                days.giveBack(relay.toString(), today(), letters);
            }
        }
    }

    private int byDay(int wish) {
        var plan = relay.pace().warmUp();
        if (wish == 0 || plan == null || !isWarmingUp()) {
            return wish;
        }
        var most = plan.most(today()).orElseThrow();
        return days.reserve(relay.toString(), today(), wish, most);
    }

    private synchronized int byRate(int wish) {
        // Each node has its share.
        var rate = relay.pace().rate() / lease.nodes();
        if (Double.isInfinite(rate)) {
            return wish;
        }
        var now = System.nanoTime();
        tokens = Math.min(Math.max(1, rate), tokens + (now - filledAt) / 1e9 * rate);
        filledAt = now;
        var granted = (int) Math.min(wish, Math.floor(tokens));
        tokens -= granted;
        return granted;
    }

    private synchronized void giveBackRate(int letters) {
        tokens += letters;
    }

    private boolean isWarmingUp() {
        var plan = relay.pace().warmUp();
        return plan != null && plan.most(today()).isPresent();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}
