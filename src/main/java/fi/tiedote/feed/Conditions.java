package fi.tiedote.feed;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpDateTime;

/**
 * What a client has already, and what it can read.
 *
 * @param tags of {@code If-None-Match}; each is empty where there is no such header
 * @param since of {@code If-Modified-Since}, in any of the three forms of RFC 9110 §5.6.7
 * @param codings of {@code Accept-Encoding}
 */
record Conditions(String tags, String since, String codings) {
    private static final Pattern GZIP = Pattern.compile("(x-)?gzip *(; *q=(1(\\.0*)?|0\\.[0-9]*[1-9][0-9]*))?");

    boolean takesGzip() {
        return codings.equals("gzip")
                || list(codings.toLowerCase(Locale.ROOT))
                        .anyMatch(coding -> GZIP.matcher(coding).matches());
    }

    /** RFC 9110 §13.2.2: who gives a tag is not asked for a date. */
    boolean knows(Edition edition) {
        return tags.isEmpty() ? isUnmodified(edition) : isTagged(edition);
    }

    /** Weakly (§8.8.3.2): whichever encoding the client has, it has the same feed. */
    private boolean isTagged(Edition edition) {
        return tags.equals(edition.etag(true))
                || list(tags)
                        .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
                        .anyMatch(tag ->
                                tag.equals("*") || tag.equals(edition.etag(false)) || tag.equals(edition.etag(true)));
    }

    private boolean isUnmodified(Edition edition) {
        try {
            return !since.isEmpty()
                    && !edition.modified().isAfter(HttpDateTime.parse(since).toInstant());
        } catch (IllegalArgumentException ignoredByTheStandard) {
            return false;
        }
    }

    private static Stream<String> list(String header) {
        return Stream.of(header.split(",")).map(String::strip);
    }
}
