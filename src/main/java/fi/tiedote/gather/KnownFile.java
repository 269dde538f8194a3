package fi.tiedote.gather;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** A file as it was when it was read last. */
record KnownFile(
        String path,
        long bytes,
        Instant modifiedAt,
        @Nullable String fingerprint,
        @Nullable String problem) {

    /** The database keeps microseconds. */
    boolean isAs(Sighting sighting) {
        return bytes == sighting.bytes()
                && modifiedAt.equals(sighting.modified().truncatedTo(ChronoUnit.MICROS));
    }
}
