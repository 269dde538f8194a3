package fi.tiedote.gather;

import fi.tiedote.reading.Wishes;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Says when to look next: never sooner than the settings say, at least once a day, and between the two by how often there
 * is something new and by what the source asks; later and later while it fails; never all at once.
 */
class Pace {
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Duration MAKING_SURE = Duration.ofHours(4);
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final int MOST_DOUBLINGS = 10;

    /** What is new waits for a twenty-fourth of the time in which there was nothing: an hour after a day. */
    private static final int PARTS = 24;

    private final SecureRandom random = new SecureRandom();

    /**
     * @param still time since there was something new; zero when there is now
     * @param rhythm mean time between two items; null while nobody knows
     * @param fresh how long the server said that the answer stays as it is
     * @param pushed whether a hub tells us what is new, so that to look is only to make sure
     */
    record Signs(Duration still, @Nullable Duration rhythm, Duration fresh, Wishes wishes, boolean pushed) {
        static final Signs NONE = new Signs(Duration.ZERO, null, Duration.ZERO, Wishes.NONE, false);

        /** A source with several items a day stays one when it has been quiet over a weekend. */
        private Duration ownInterval() {
            return (rhythm != null && rhythm.compareTo(still) < 0 ? rhythm : still).dividedBy(PARTS);
        }
    }

    /** Something was not ready yet, or there is more. */
    Instant soon(Instant now) {
        return now.plus(SOON);
    }

    Instant afterSuccess(SourceSettings source, Signs signs, Instant now) {
        if (source.kind() == SourceSettings.Kind.FOLDER) {
            return now.plus(varied(source.every()));
        }
        var sure = signs.pushed() ? MAKING_SURE : Duration.ZERO;
        var asked = longest(signs.ownInterval(), signs.fresh(), signs.wishes().every(), sure);
        var latest = source.expectEvery() == null ? LONGEST : shortest(LONGEST, source.expectEvery());
        var wait = varied(longest(source.every(), shortest(asked, latest)));
        return signs.wishes().free(now.plus(shortest(wait, longest(source.every(), LONGEST))));
    }

    /**
     * @param failures in a row, this one included
     * @param notBefore what the source asks to wait
     */
    Instant afterFailure(SourceSettings source, int failures, Duration notBefore, Instant now) {
        var doubled = source.every().multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        var wait = shortest(varied(doubled), longest(source.every(), LONGEST));
        return now.plus(longest(wait, notBefore));
    }

    /** Up to a tenth longer. */
    private Duration varied(Duration duration) {
        return duration.multipliedBy(1000 + random.nextInt(101)).dividedBy(1000);
    }

    private static Duration longest(Duration one, Duration... others) {
        var longest = one;
        for (var other : others) {
            longest = other.compareTo(longest) > 0 ? other : longest;
        }
        return longest;
    }

    private static Duration shortest(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
