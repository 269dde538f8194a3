package fi.tiedote.gather;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpMessage;
import org.apache.hc.core5.http.NameValuePair;

/**
 * How long an answer stays fresh: RFC 9111 §4.2, {@code max-age} before {@code Expires}, less the time that it spent in
 * caches; a day at most.
 */
class Freshness {
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Pattern MAX_AGE = Pattern.compile("(?i)(?:^|[\\s,])max-age\\s*=\\s*\"?(\\d+)");
    private static final Pattern NOT_AT_ALL = Pattern.compile("(?i)(?:^|[\\s,])no-(?:cache|store)");

    private Freshness() {}

    /** Zero where it says nothing. */
    static Duration of(HttpMessage response, Instant now) {
        var control = value(response, HttpHeaders.CACHE_CONTROL);
        if (NOT_AT_ALL.matcher(control).find()) {
            return Duration.ZERO;
        }
        var age = MAX_AGE.matcher(control);
        var lifetime = age.find()
                ? seconds(age.group(1)).minus(seconds(value(response, HttpHeaders.AGE)))
                : untilExpired(response, now);
        return lifetime.isNegative() ? Duration.ZERO : lifetime.compareTo(LONGEST) > 0 ? LONGEST : lifetime;
    }

    /** By the server's own clock where it tells it. */
    private static Duration untilExpired(HttpMessage response, Instant now) {
        var expires = HttpDate.of(value(response, HttpHeaders.EXPIRES));
        var date = HttpDate.of(value(response, HttpHeaders.DATE));
        return expires == null ? Duration.ZERO : Duration.between(date == null ? now : date, expires);
    }

    private static Duration seconds(String digits) {
        if (!digits.strip().matches("\\d+")) {
            return Duration.ZERO;
        }
        return digits.strip().length() > 9 ? LONGEST : Duration.ofSeconds(Long.parseLong(digits.strip()));
    }

    private static String value(HttpMessage response, String name) {
        return Stream.of(response.getHeaders(name)).map(NameValuePair::getValue).collect(Collectors.joining(","));
    }
}
