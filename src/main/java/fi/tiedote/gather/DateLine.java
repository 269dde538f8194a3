package fi.tiedote.gather;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The line {@code 20.11.2026}, perhaps with a time of day. */
class DateLine {
    private static final Pattern FORM = Pattern.compile("(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?(\\d{4})"
            + "(?:,?\\s+(?:klo|kello|kl\\.?|klockan|at)?\\s*(\\d{1,2})[.:](\\d{2}))?");

    private DateLine() {}

    static boolean isOne(String line) {
        return FORM.matcher(line).matches();
    }

    /** Empty for a date that cannot exist; without a time of day it is the day's first moment. */
    static Optional<Instant> moment(String line, ZoneId zone) {
        var parts = FORM.matcher(line);
        try {
            return parts.matches() ? Optional.of(day(parts).atZone(zone).toInstant()) : Optional.empty();
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    private static LocalDateTime day(Matcher parts) {
        return LocalDateTime.of(
                number(parts, 3), number(parts, 2), number(parts, 1), number(parts, 4), number(parts, 5));
    }

    private static int number(Matcher parts, int group) {
        return parts.group(group) == null ? 0 : Integer.parseInt(parts.group(group));
    }
}
