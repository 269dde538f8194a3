package fi.tiedote.gather;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of a fetch. */
sealed interface Answer {
    /**
     * @param movedTo where permanent redirects alone led; null without any
     * @param fresh how long the server says that it will not change; zero where it says nothing
     * @param links the values of its headers {@code Link} (RFC 8288)
     * @param pages how many WordPress says that there are; 0 where nobody does
     */
    record Header(
            URI url,
            String contentType,
            @Nullable String etag,
            @Nullable String lastModified,
            @Nullable URI movedTo,
            Duration fresh,
            List<String> links,
            int pages) {}

    /** A body; a class, because an array in a record is compared by identity. */
    final class Fetched implements Answer {
        private final Header header;
        private final byte[] body;

        Fetched(Header header, byte[] body) {
            this.header = header;
            this.body = body;
        }

        /** As if it had been fetched from there. */
        static Fetched pushed(URI url, String contentType, byte[] body) {
            return new Fetched(new Header(url, contentType, null, null, null, Duration.ZERO, List.of(), 0), body);
        }

        Header header() {
            return header;
        }

        byte[] body() {
            return body;
        }
    }

    record NotModified(Header header) implements Answer {}

    /** @param location absolute */
    record Redirected(URI location, boolean permanently) implements Answer {}

    /**
     * @param reason to be read after "source KEY:"
     * @param notBefore what the server asks to wait; zero where it asks nothing
     * @param status of HTTP; 0 where there was no answer
     */
    record Refused(String reason, Duration notBefore, int status) implements Answer {
        Refused(String reason, Duration notBefore) {
            this(reason, notBefore, 0);
        }

        /** Whether the host does not want to be asked now. */
        boolean isUnwelcome() {
            return status == 403 || status == 429 || status == 503;
        }

        /** Whether there is no such page, rather than none now. */
        boolean isNowhere() {
            return status == 400 || status == 404 || status == 410;
        }
    }
}
