package fi.tiedote.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What became of one attempt to hand over a letter. */
sealed interface Outcome {
    /** The ledger's name of the state. */
    String state();

    /** The relay's words, or ours where there are none. */
    String reply();

    /** When a courier may take the letter again; null when it is settled for good. */
    default @Nullable Instant dueAt() {
        return null;
    }

    /** What the reply was about. */
    default Cause cause() {
        return Cause.OTHER;
    }

    /** The relay took it, no more. */
    record Accepted(String reply) implements Outcome {
        @Override
        public String state() {
            return "ACCEPTED";
        }
    }

    /** Not now: a 4xx reply, or a connection that broke before the message was complete. */
    record Deferred(String reply, Instant dueAt, Cause cause) implements Outcome {
        Deferred(String reply, Instant dueAt) {
            this(reply, dueAt, Cause.OTHER);
        }

        @Override
        public String state() {
            return "DEFERRED";
        }
    }

    /** Never: a 5xx reply, or too old. */
    record Refused(String reply, Cause cause) implements Outcome {
        Refused(String reply) {
            this(reply, Cause.OTHER);
        }

        @Override
        public String state() {
            return "REFUSED";
        }
    }

    /** The connection broke between the final dot and the reply to it (RFC 1047): the relay may have it or not. */
    record InDoubt(String reply, @Nullable Instant dueAt) implements Outcome {
        @Override
        public String state() {
            return "IN_DOUBT";
        }
    }
}
