package fi.tiedote.gather;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How long a server asks to wait: RFC 9110 §10.2.3, seconds or a date in any of its forms; a day at most. */
class RetryAfter {
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Pattern SECONDS = Pattern.compile("(\\d+)(?:\\.\\d*)?");

    private RetryAfter() {}

    /** Zero where it asks nothing that can be understood. */
    static Duration of(@Nullable String header, Instant now) {
        if (header == null) {
            return Duration.ZERO;
        }
        var seconds = SECONDS.matcher(header.strip());
        var wait = seconds.matches() ? seconds(seconds.group(1)) : until(header.strip(), now);
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    private static Duration seconds(String digits) {
        return digits.length() > 9 ? LONGEST : Duration.ofSeconds(Long.parseLong(digits));
    }

    private static Duration until(String date, Instant now) {
        var then = HttpDate.of(date);
        return then == null || then.isBefore(now) ? Duration.ZERO : Duration.between(now, then);
    }
}
