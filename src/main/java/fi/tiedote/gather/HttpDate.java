package fi.tiedote.gather;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.apache.hc.client5.http.utils.DateUtils;
import org.jspecify.annotations.Nullable;

/** Dates in headers, in the three forms of RFC 9110 §5.6.7. */
class HttpDate {
    private static final DateTimeFormatter ASCTIME =
            DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH);

    private HttpDate() {}

    /** Null for what is none. */
    static @Nullable Instant of(String text) {
        var date = DateUtils.parseStandardDate(text);
        return date == null ? asctime(text) : date;
    }

    private static @Nullable Instant asctime(String text) {
        try {
            return LocalDateTime.parse(text.strip(), ASCTIME).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException none) {
            return null;
        }
    }
}
