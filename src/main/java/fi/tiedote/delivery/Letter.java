package fi.tiedote.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A letter as its courier claimed it.
 *
 * @param attempt counts the claims, from 1; who comes with an older number has lost the letter
 * @param tries how often a relay was asked before
 * @param doubts how often the answer to that was lost
 */
record Letter(
        long id,
        int attempt,
        int tries,
        int doubts,
        long issueId,
        long editionId,
        String newsletter,
        long subscriber,
        String address,
        @Nullable String personal,
        Priority priority,
        Instant queuedAt) {}
