package fi.tiedote.gather;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The lease on a source, and what the last look at it left.
 *
 * @param attempt fence: whoever holds a lower one has lost the lease
 * @param until when the lease runs out
 * @param turn fence of the turn at its host; null where that is still to be asked for
 * @param firstImportAt when its first import was complete; null before
 * @param reading by which rules it was read last
 * @param movedTo where permanent redirects led the last times
 * @param mark where the last look got to; empty at the beginning
 * @param failures in a row
 * @param problem what the last look told; null where it could be read
 * @param pushed whether a hub tells us what is new
 */
record Claim(
        String key,
        long attempt,
        Instant until,
        @Nullable Long turn,
        @Nullable Instant firstImportAt,
        String reading,
        @Nullable String etag,
        @Nullable String lastModified,
        @Nullable String movedTo,
        int movedTimes,
        String mark,
        int failures,
        @Nullable String problem,
        boolean pushed,
        Past past) {

    boolean announces() {
        return firstImportAt != null;
    }
}
