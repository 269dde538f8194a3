package fi.tiedote.feed;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One request for an edition and its answer, by RFC 9110. */
record Exchange(HttpServletRequest request, HttpServletResponse response) {
    private static final String MAX_AGE = "public, max-age=60";
    private static final Pattern GZIP = Pattern.compile("(x-)?gzip *(; *q=(1(\\.0*)?|0\\.[0-9]*[1-9][0-9]*))?");

    void send(String mediaType, Edition edition) throws IOException {
        var gzip = acceptsGzip();
        response.setHeader("ETag", edition.etag(gzip));
        response.setHeader("Last-Modified", RssWriter.date(edition.modified()));
        response.setHeader("Cache-Control", MAX_AGE);
        response.setHeader("Vary", "Accept-Encoding");
        if (isKnown(edition)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        if (!edition.link().isEmpty()) {
            response.setHeader("Link", edition.link());
        }
        response.setContentType(mediaType + "; charset=utf-8");
        if (gzip) {
            response.setHeader("Content-Encoding", "gzip");
        }
        write(edition.bytes(gzip));
    }

    void redirect(Address address) {
        response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
        response.setHeader("Location", address.relative());
        response.setHeader("Cache-Control", MAX_AGE);
        response.setContentLength(0);
    }

    private void write(byte[] bytes) throws IOException {
        response.setContentLength(bytes.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(bytes);
        }
    }

    /** §13.2.2: who gives a tag is not asked for a date. */
    private boolean isKnown(Edition edition) {
        var tags = header("If-None-Match");
        return tags.isEmpty() ? isUnmodified(edition) : matches(tags, edition);
    }

    /** Weakly (§8.8.3.2): whichever encoding the client has, it has the same feed. */
    private static boolean matches(String tags, Edition edition) {
        return list(tags)
                .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
                .anyMatch(tag -> tag.equals("*") || tag.equals(edition.etag(false)) || tag.equals(edition.etag(true)));
    }

    private boolean isUnmodified(Edition edition) {
        var since = header("If-Modified-Since");
        try {
            return !since.isEmpty()
                    && !edition.modified().isAfter(DateTimeFormatter.RFC_1123_DATE_TIME.parse(since, Instant::from));
        } catch (DateTimeParseException ignoredByTheStandard) {
            return false;
        }
    }

    private boolean acceptsGzip() {
        return list(header("Accept-Encoding").toLowerCase(Locale.ROOT))
                .anyMatch(coding -> GZIP.matcher(coding).matches());
    }

    private String header(String name) {
        return String.join(",", Collections.list(request.getHeaders(name))).strip();
    }

    private static Stream<String> list(String header) {
        return Stream.of(header.split(",")).map(String::strip);
    }
}
