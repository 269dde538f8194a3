package fi.tiedote.gather;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpMessage;
import org.jspecify.annotations.Nullable;

/** How long an answer stays fresh: RFC 9111 §4.2.1, {@code max-age} before {@code Expires}; a day at most. */
class Freshness {
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Pattern MAX_AGE = Pattern.compile("(?i)(?:^|[\\s,])max-age\\s*=\\s*\"?(\\d{1,9})");

    private Freshness() {}

    /** Zero where it says nothing. */
    static Duration of(HttpMessage response, Instant now) {
        var control = value(response, HttpHeaders.CACHE_CONTROL);
        var age = MAX_AGE.matcher(control == null ? "" : control);
        if (age.find()) {
            var fresh = Duration.ofSeconds(Long.parseLong(age.group(1)));
            return fresh.compareTo(LONGEST) > 0 ? LONGEST : fresh;
        }
        return control == null ? RetryAfter.of(value(response, HttpHeaders.EXPIRES), now) : Duration.ZERO;
    }

    private static @Nullable String value(HttpMessage response, String name) {
        var header = response.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }
}
