package fi.tiedote.delivery;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** When to try again, and when to stop trying. */
class Patience {
    private static final Duration LONGEST = Duration.ofHours(4);
    /** What servers that greylist ask for, as a rule. */
    private static final Duration GREYLISTED = Duration.ofMinutes(5);
    /** Where the sender is at fault, somebody has to do something first. */
    private static final Duration OURS = Duration.ofMinutes(15);
    /** A clock that was set forward by mistake makes no letter old. */
    private static final int LEAST_TRIES = 3;

    private final DeliverySettings.Patience settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Patience(DeliverySettings.Patience settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Later, unless the letter is too old for that. */
    Outcome deferred(Letter letter, String reply, Cause cause) {
        var due = clock.instant().plus(pause(letter.tries(), cause));
        return letter.tries() + 1 >= LEAST_TRIES
                        && due.isAfter(letter.queuedAt().plus(giveUpAfter(letter)))
                ? new Outcome.Refused(
                        "given up after " + (letter.tries() + 1) + " attempts; the last reply: " + reply, cause)
                : new Outcome.Deferred(reply, due, cause);
    }

    /**
     * Once more after a pause where the newsletter prefers a letter twice to a letter lost; then, and elsewhere, it is left
     * in doubt.
     */
    Outcome inDoubt(Letter letter, String reply) {
        return new Outcome.InDoubt(reply, again(letter) ? clock.instant().plus(settings.doubtRetry()) : null);
    }

    private boolean again(Letter letter) {
        return letter.doubts() == 0 && settings.inDoubt().of(letter.newsletter()) == Doubts.Policy.SEND_AGAIN;
    }

    /** Age at which a deferred letter is refused for good; RFC 5321 §4.5.4.1 suggests 4–5 days for mail that can wait. */
    private Duration giveUpAfter(Letter letter) {
        return switch (letter.priority()) {
            case CONFIRMATION -> settings.giveUp().confirmations();
            case URGENT, ALERT -> settings.giveUp().alerts();
            case DIGEST -> settings.giveUp().digests();
        };
    }

    /** Doubles with each try; the jitter keeps letters that were deferred together from returning together. */
    private Duration pause(int tries, Cause cause) {
        var first = first(cause);
        var doubled = first.multipliedBy(1L << Math.min(tries, 12));
        var capped = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
        return capped.plusMillis(random.nextLong(capped.toMillis() / 4 + 1));
    }

    private Duration first(Cause cause) {
        return switch (cause) {
            case GREYLISTED -> GREYLISTED;
            case SENDER, POLICY -> OURS;
            case ADDRESS, MAILBOX, BUSY, MESSAGE, OTHER -> settings.firstRetry();
        };
    }

    Instant now() {
        return clock.instant();
    }
}
