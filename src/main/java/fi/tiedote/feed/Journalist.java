package fi.tiedote.feed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may read releases before their moment.
 *
 * @param revokedAt null while the address works
 * @param readings how often the address was asked
 */
public record Journalist(
        long id,
        String name,
        Instant createdAt,
        @Nullable Instant revokedAt,
        long readings,
        @Nullable Instant lastReadAt) {

    boolean isAccredited() {
        return revokedAt == null;
    }
}
