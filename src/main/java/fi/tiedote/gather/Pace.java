package fi.tiedote.gather;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;

/** Says when to look next: at the source's own interval, later and later while it fails, never all at once. */
class Pace {
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final int MOST_DOUBLINGS = 10;

    private final SecureRandom random = new SecureRandom();

    /** @param soon whether something was not ready yet */
    Instant afterSuccess(SourceSettings source, boolean soon, Instant now) {
        return now.plus(soon ? Duration.ofSeconds(2) : varied(source.every()));
    }

    /**
     * @param failures in a row, this one included
     * @param notBefore what the source asks to wait
     */
    Instant afterFailure(SourceSettings source, int failures, Duration notBefore, Instant now) {
        var doubled = source.every().multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        var limit = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        var wait = varied(limit);
        return now.plus(wait.compareTo(notBefore) < 0 ? notBefore : wait);
    }

    /** A tenth shorter or longer. */
    private Duration varied(Duration duration) {
        return duration.multipliedBy(900 + random.nextInt(201)).dividedBy(1000);
    }
}
