package fi.tiedote.delivery;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a domain that has complained wants its letters: how many connections at once, and how many letters a second. Both
 * halve with a complaint and grow with what it takes (AIMD). Thread-safe.
 */
class Standing {
    private static final double FIRST_RATE = 25;
    private static final double LEAST_RATE = 0.2;
    private static final double FREE = 1_000;
    private static final double GROWTH = 0.1;
    /** So many in a row are no chance any more, whatever the words. */
    private static final int IN_A_ROW = 5;

    private static final int MANY = 256;
    private static final Duration FURTHEST = Duration.ofMinutes(10);
    private static final Duration REST = Duration.ofSeconds(1);
    private static final Duration LONGEST_REST = Duration.ofMinutes(1);
    /** Letters that were on their way together complain together: once is enough. */
    private static final Duration ECHO = Duration.ofSeconds(2);

    private final SecureRandom random = new SecureRandom();
    private final List<Letter> refused = new ArrayList<>();
    private int inside;
    private double most = MANY;
    private double rate = FREE;
    private double tokens = 1;
    private int complaints;
    private int busy;
    private int policies;
    private Instant filledAt;
    private Instant complainedAt = Instant.EPOCH;
    private Instant restUntil = Instant.EPOCH;
    private Instant slot = Instant.EPOCH;

    Standing(Instant now) {
        this.filledAt = now;
    }

    /**
     * @param already whether the courier has just carried a letter there
     * @return when to come again; null for welcome
     */
    synchronized @Nullable Instant enter(Instant now, boolean already) {
        if (now.isBefore(restUntil)) {
            return later(restUntil);
        }
        fill(now);
        if ((!already && inside >= most) || tokens < 1) {
            return later(now);
        }
        tokens -= rate >= FREE ? 0 : 1;
        inside += already ? 0 : 1;
        return null;
    }

    synchronized void leave() {
        inside = Math.max(0, inside - 1);
    }

    synchronized void took() {
        refused.clear();
        policies = 0;
        busy = 0;
        complaints = 0;
        rate = Math.min(FREE, rate + GROWTH);
        most = Math.min(MANY, most + GROWTH);
    }

    /** @param plainly whether it says that it is too much, and not only that it is not possible now */
    synchronized void complained(Instant now, boolean plainly) {
        busy++;
        if (plainly || busy >= IN_A_ROW) {
            slowDown(now);
        }
    }

    private void slowDown(Instant now) {
        if (Duration.between(complainedAt, now).abs().compareTo(ECHO) < 0) {
            return;
        }
        complainedAt = now;
        most = Math.max(1, Math.min(most, Math.max(1, inside)) / 2);
        rate = Math.max(LEAST_RATE, Math.min(rate, 2 * FIRST_RATE) / 2);
        var rest = REST.multipliedBy(1L << Math.min(complaints++, 6));
        restUntil = now.plus(rest.compareTo(LONGEST_REST) < 0 ? rest : LONGEST_REST);
    }

    /** @return how many letters in a row it refused for good */
    synchronized int refused(Letter letter) {
        refused.add(letter);
        return refused.size();
    }

    /** @return how many letters in a row it refused by its rules */
    synchronized int againstItsPolicy() {
        return ++policies;
    }

    synchronized List<Letter> takeRefused() {
        var taken = List.copyOf(refused);
        refused.clear();
        return taken;
    }

    /** Nothing is held against it any more. */
    synchronized boolean isForgotten() {
        return inside == 0 && refused.isEmpty() && policies == 0 && busy == 0 && rate >= FREE && most >= MANY;
    }

    private void fill(Instant now) {
        var seconds = Math.max(0, Duration.between(filledAt, now).toMillis()) / 1_000.0;
        tokens = Math.min(Math.max(1, rate * 2), tokens + seconds * rate);
        filledAt = now;
    }

    /** One after the other, but not in a queue that outlives what it is there for. */
    private Instant later(Instant from) {
        var interval = Duration.ofMillis((long) (1_000 / Math.min(rate, 100)));
        slot = (slot.isAfter(from) ? slot : from).plus(interval);
        if (slot.isAfter(from.plus(FURTHEST))) {
            slot = from;
            return from.plus(FURTHEST.dividedBy(2)).plusMillis(random.nextLong(FURTHEST.toMillis() / 2));
        }
        return slot;
    }
}
