package fi.tiedote.reading;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The line {@code 20.11.2026}, perhaps with a time of day. */
class DateLine {
    private static final Pattern FORM = Pattern.compile("(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?(\\d{4})"
            + "(?:,?\\s+(?:klo|kello|kl\\.?|klockan|at)?\\s*(\\d{1,2})[.:](\\d{2}))?");

    private DateLine() {}

    static boolean isOne(String line) {
        return FORM.matcher(line).matches();
    }

    /** Empty for a date that cannot exist; without a time of day it is the day's first moment. */
    static Optional<Instant> moment(String line, @Nullable ZoneId zone) {
        return isOne(line) ? Dates.moment(line, zone) : Optional.empty();
    }
}
