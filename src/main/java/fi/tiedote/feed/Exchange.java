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
import org.springframework.http.HttpStatus;

/**
 * One request for an edition and its answer, by RFC 9110.
 *
 * @param caching who may keep the answer, and how long
 */
record Exchange(HttpServletRequest request, HttpServletResponse response, String caching) {
    /** Shared caches ask each time, and get a short answer: what becomes public is seen at once. */
    static final String PUBLIC = "public, max-age=60, s-maxage=0";

    static final String PRIVATE = "private, no-store";

    private static final Pattern GZIP = Pattern.compile("(x-)?gzip *(; *q=(1(\\.0*)?|0\\.[0-9]*[1-9][0-9]*))?");

    /** What there is to do once it is clear that the request only reads. */
    interface Reading {
        void run() throws IOException;
    }

    /** Path and query as the client wrote them. */
    String path() {
        var query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + '?' + query;
    }

    /** Empty where there is none. */
    String query() {
        var query = request.getQueryString();
        return query == null ? "" : query;
    }

    boolean isReading() {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    void read(Reading reading) throws IOException {
        open();
        if (isReading()) {
            reading.run();
        } else {
            response.setHeader("Allow", "GET, HEAD");
            refuse(new Refusal(HttpStatus.METHOD_NOT_ALLOWED, "A feed can be read only."));
        }
    }

    /** Pages of other sites may read what everybody may. */
    void open() {
        if (caching.equals(PUBLIC)) {
            response.setHeader("Access-Control-Allow-Origin", "*");
        }
        response.setHeader("X-Content-Type-Options", "nosniff");
    }

    void refuse(Refusal refusal) throws IOException {
        refusal.answer(request, response);
    }

    void send(Edition edition) throws IOException {
        var refusal = edition.refusal();
        if (refusal != null) {
            refuse(refusal);
            return;
        }
        var gzip = acceptsGzip();
        response.setHeader("ETag", edition.etag(gzip));
        response.setHeader("Last-Modified", edition.date());
        response.setHeader("Cache-Control", caching);
        response.setHeader("Vary", "Accept-Encoding");
        if (isKnown(edition)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        if (!edition.link().isEmpty()) {
            response.setHeader("Link", edition.link());
        }
        response.setContentType(edition.contentType());
        if (gzip) {
            response.setHeader("Content-Encoding", "gzip");
        }
        write(edition.bytes(gzip));
    }

    /** @param relative to the address that was asked for */
    void redirect(String relative) {
        response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
        response.setHeader("Location", relative);
        response.setHeader("Cache-Control", caching);
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
        return tags.equals(edition.etag(true))
                || list(tags)
                        .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
                        .anyMatch(tag ->
                                tag.equals("*") || tag.equals(edition.etag(false)) || tag.equals(edition.etag(true)));
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
        var codings = header("Accept-Encoding");
        return codings.equals("gzip")
                || list(codings.toLowerCase(Locale.ROOT))
                        .anyMatch(coding -> GZIP.matcher(coding).matches());
    }

    private String header(String name) {
        var lines = request.getHeaders(name);
        var first = lines.hasMoreElements() ? lines.nextElement() : "";
        return lines.hasMoreElements() ? first + "," + String.join(",", Collections.list(lines)) : first.strip();
    }

    private static Stream<String> list(String header) {
        return Stream.of(header.split(",")).map(String::strip);
    }
}
