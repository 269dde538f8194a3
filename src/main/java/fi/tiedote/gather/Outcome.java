package fi.tiedote.gather;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a look at a source ended. */
sealed interface Outcome {
    /**
     * It was read to its end.
     *
     * @param soon whether something in it was not ready to be read yet
     */
    record Read(Validators validators, boolean soon) implements Outcome {}

    /**
     * It could not be read.
     *
     * @param reason to be read after "source KEY:"
     * @param notBefore what the source itself asks to wait; zero where it asks nothing
     */
    record Failed(String reason, Duration notBefore) implements Outcome {
        static Failed by(RuntimeException failure) {
            return new Failed(String.valueOf(failure.getMessage()), Duration.ZERO);
        }
    }

    /** Somebody else gathers from it now. */
    record Busy() implements Outcome {}

    /**
     * What makes the next fetch a conditional one (RFC 9110 §13), and where permanent redirects led.
     *
     * @param movedTo null where there was none, or a temporary one
     */
    record Validators(
            @Nullable String etag,
            @Nullable String lastModified,
            @Nullable String movedTo) {
        static final Validators NONE = new Validators(null, null, null);
    }

    /** When to look next. */
    record Next(Instant due, String reading) {}
}
