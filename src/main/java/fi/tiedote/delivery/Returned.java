package fi.tiedote.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A letter that a courier claimed and did not offer to its relay.
 *
 * @param dueAt when a courier may take it again; null for at once
 * @param shunned whether this relay has to leave it to others
 */
record Returned(Letter letter, @Nullable Instant dueAt, boolean shunned) {
    Returned(Letter letter) {
        this(letter, null, false);
    }
}
