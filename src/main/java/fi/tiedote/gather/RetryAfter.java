package fi.tiedote.gather;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** How long a server asks to wait: RFC 9110 §10.2.3, seconds or a date; a day at most. */
class RetryAfter {
    private static final Duration LONGEST = Duration.ofDays(1);

    private RetryAfter() {}

    /** Zero where it asks nothing that can be understood. */
    static Duration of(@Nullable String header, Instant now) {
        if (header == null) {
            return Duration.ZERO;
        }
        var wait = header.strip().matches("\\d{1,9}")
                ? Duration.ofSeconds(Long.parseLong(header.strip()))
                : until(header.strip(), now);
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    private static Duration until(String date, Instant now) {
        try {
            var wait = Duration.between(
                    now,
                    ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
            return wait.isNegative() ? Duration.ZERO : wait;
        } catch (DateTimeParseException nothingKnown) {
            return Duration.ZERO;
        }
    }
}
