package fi.tiedote.delivery;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;

/** When to try again, and when to stop trying. */
class Patience {
    private static final Duration LONGEST = Duration.ofHours(4);

    private final DeliverySettings.Patience settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Patience(DeliverySettings.Patience settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Later, unless the letter is too old for that. */
    Outcome deferred(Letter letter, String reply) {
        var due = clock.instant().plus(pause(letter.tries()));
        return due.isAfter(letter.queuedAt().plus(letter.priority().giveUpAfter()))
                ? new Outcome.Refused("given up after " + (letter.tries() + 1) + " attempts; the last reply: " + reply)
                : new Outcome.Deferred(reply, due);
    }

    /** Once more after a pause, since a letter lost is worse than a letter twice; then it is left in doubt. */
    Outcome inDoubt(Letter letter, String reply) {
        var due = letter.doubts() == 0 ? clock.instant().plus(settings.doubtRetry()) : null;
        return new Outcome.InDoubt(reply, due);
    }

    /** Doubles with each try; the jitter keeps letters that were deferred together from returning together. */
    private Duration pause(int tries) {
        var doubled = settings.firstRetry().multipliedBy(1L << Math.min(tries, 16));
        var capped = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
        return capped.plusMillis(random.nextLong(capped.toMillis() / 4 + 1));
    }
}
