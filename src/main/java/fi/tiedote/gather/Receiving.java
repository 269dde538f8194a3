package fi.tiedote.gather;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpMessage;
import org.apache.hc.core5.http.io.HttpClientResponseHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** Takes one response in. */
record Receiving(Fetcher.Target target, DataSize limit, Instant now) implements HttpClientResponseHandler<Answer> {
    private static final Duration GONE = Duration.ofDays(1);

    @Override
    public Answer handleResponse(ClassicHttpResponse response) throws IOException {
        return switch (response.getCode()) {
            case 200 -> new Answer.Fetched(header(response), body(response));
            case 304 -> new Answer.NotModified(header(response));
            case 301, 308 -> redirected(response, true);
            case 302, 303, 307 -> redirected(response, false);
            case 410 -> new Answer.Refused("it is gone for good (410): mend its url or remove the source", GONE, 410);
            default ->
                new Answer.Refused(
                        "the server answered " + response.getCode(),
                        RetryAfter.of(value(response, HttpHeaders.RETRY_AFTER), now),
                        response.getCode());
        };
    }

    private Answer redirected(HttpMessage response, boolean permanently) {
        var location = value(response, HttpHeaders.LOCATION);
        var url = Links.absolute(target.url(), location);
        return url == null
                ? new Answer.Refused("it redirects to what is neither http nor https: " + location, Duration.ZERO)
                : new Answer.Redirected(url, permanently);
    }

    /** The stream is decompressed, so what is counted is what would fill our memory. */
    private byte[] body(ClassicHttpResponse response) throws IOException {
        if (response.getEntity() == null) {
            return new byte[0];
        }
        var most = Math.toIntExact(limit.toBytes());
        var body = response.getEntity().getContent().readNBytes(most + 1);
        if (body.length > most) {
            // An exception closes the connection; a returned answer would first read the rest.
            throw new IOException("it is larger than " + limit.toMegabytes() + " MB (tiedote.gather.largest-fetch)");
        }
        return body;
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
                pages(value(response, "X-WP-TotalPages")));
    }

    private static int pages(@Nullable String total) {
        return total != null && total.strip().matches("\\d{1,6}") ? Integer.parseInt(total.strip()) : 0;
    }

    private static @Nullable String value(HttpMessage response, String name) {
        var header = response.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }
}
