package fi.tiedote.gather;

import fi.tiedote.reading.Links;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpMessage;
import org.apache.hc.core5.http.NameValuePair;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/**
 * Takes one response in.
 *
 * @param known what the request was conditional on
 * @param cut whether what goes beyond the limit is left out, rather than the whole
 */
record Receiving(Target target, Outcome.Validators known, DataSize limit, boolean cut, Instant now) {
    private static final Duration GONE = Duration.ofDays(1);
    /** Most bytes that are read for the sake of the connection alone. */
    private static final int REST = 64 << 10;

    Answer answer(ClassicHttpResponse response) throws IOException {
        return switch (response.getCode()) {
            case 200, 203 -> new Answer.Fetched(header(response), body(response));
            case 304 -> notModified(response);
            case 301, 308 -> redirected(response, true);
            case 302, 303, 307 -> redirected(response, false);
            case 410 -> new Answer.Refused("it is gone for good (410): mend its url or remove the source", GONE, 410);
            default ->
                new Answer.Refused(
                        "the server answered " + response.getCode() + hint(response.getCode()),
                        RetryAfter.of(value(response, HttpHeaders.RETRY_AFTER), now),
                        response.getCode());
        };
    }

    /** Whether nothing is left to read, so that the connection can be used again; reads what little is left. */
    boolean isSpent(Answer answer, ClassicHttpResponse response) {
        try {
            return (answer instanceof Answer.Fetched && !cut)
                    || response.getEntity() == null
                    || response.getEntity().getContent().readNBytes(REST).length < REST;
        } catch (IOException broken) {
            return false;
        }
    }

    /** To say so to who asked without a condition would look like success for ever. */
    private Answer notModified(HttpMessage response) {
        return known.etag() == null && known.lastModified() == null
                ? new Answer.Refused("the server answered 304 to a request without a condition", Duration.ZERO, 304)
                : new Answer.NotModified(header(response));
    }

    private Answer redirected(HttpMessage response, boolean permanently) {
        var location = value(response, HttpHeaders.LOCATION);
        var url = Links.absolute(target.url(), location);
        return url == null
                ? new Answer.Refused("it redirects to what is neither http nor https: " + location, Duration.ZERO)
                : new Answer.Redirected(url, permanently);
    }

    private byte[] body(ClassicHttpResponse response) throws IOException {
        var unpacking = new Unpacking(Math.toIntExact(limit.toBytes()), cut);
        var entity = response.getEntity();
        if (entity == null) {
            return new byte[0];
        }
        if (entity.getContentLength() > limit.toBytes() && !cut) {
            throw unpacking.tooLarge();
        }
        var coding = entity.getContentEncoding();
        return unpacking.unpack(unpacking.all(entity.getContent()), coding == null ? "" : coding);
    }

    private Answer.Header header(HttpMessage response) {
        var type = value(response, HttpHeaders.CONTENT_TYPE);
        return new Answer.Header(
                target.url(),
                type == null ? "" : type,
                value(response, HttpHeaders.ETAG),
                value(response, HttpHeaders.LAST_MODIFIED),
                target.moved(),
                Freshness.of(response, now),
                values(response, HttpHeaders.LINK),
                pages(value(response, "X-WP-TotalPages")));
    }

    private static String hint(int status) {
        return switch (status) {
            case 401, 403, 407, 451 -> ": it does not let us in";
            case 404 -> ": there is nothing at its url";
            case 429 -> ": we ask too often";
            default -> "";
        };
    }

    private static int pages(@Nullable String total) {
        return total != null && total.strip().matches("\\d{1,6}") ? Integer.parseInt(total.strip()) : 0;
    }

    private static List<String> values(HttpMessage response, String name) {
        return Stream.of(response.getHeaders(name)).map(NameValuePair::getValue).toList();
    }

    /** What has control characters in it can neither be stored nor sent back. */
    private static @Nullable String value(HttpMessage response, String name) {
        var header = response.getFirstHeader(name);
        var value = header == null ? null : header.getValue();
        return value == null || value.chars().anyMatch(Character::isISOControl) ? null : value;
    }
}
