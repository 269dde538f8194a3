package fi.tiedote.gather;

import fi.tiedote.reading.Wishes;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a look at a source ended. */
sealed interface Outcome {
    /**
     * It was read to its end.
     *
     * @param soon whether something in it was not ready to be read yet
     * @param wishes what it asks of those who come again; null where it does not say so this time
     */
    record Read(
            Validators validators,
            boolean soon,
            Progress progress,
            @Nullable Wishes wishes) implements Outcome {
        Read(Validators validators, boolean soon, Progress progress) {
            this(validators, soon, progress, null);
        }

        Read(Validators validators, boolean soon) {
            this(validators, soon, Progress.COMPLETE);
        }
    }

    /**
     * How far it has been read.
     *
     * @param mark where the next look goes on, in the words of its kind
     * @param complete false while a first import has more to come
     */
    record Progress(String mark, boolean complete) {
        static final Progress COMPLETE = new Progress("", true);
    }

    /**
     * It could not be read.
     *
     * @param reason to be read after "source KEY:"
     * @param notBefore what the source itself asks to wait; zero where it asks nothing
     * @param kind what that says of the source
     */
    record Failed(String reason, Duration notBefore, Kind kind) implements Outcome {
        enum Kind {
            /** It could not be fetched. */
            AWAY,
            /** What was fetched is nothing that it should be. */
            MALFORMED,
            /** It will never be there again. */
            GONE
        }

        /** What was fetched is nothing that it should be. */
        Failed(String reason, Duration notBefore) {
            this(reason, notBefore, Kind.MALFORMED);
        }

        /** Of what a source begins with; a page behind it may be gone without the source. */
        static Failed by(Answer.Refused refused) {
            return new Failed(refused.reason(), refused.notBefore(), refused.status() == 410 ? Kind.GONE : Kind.AWAY);
        }

        static Failed by(RuntimeException failure) {
            return new Failed(String.valueOf(failure.getMessage()), Duration.ZERO, Kind.AWAY);
        }
    }

    /** Somebody else gathers from it now. */
    record Busy() implements Outcome {}

    /**
     * What makes the next fetch a conditional one (RFC 9110 §13), and where permanent redirects led.
     *
     * @param movedTo null where there was none, or a temporary one
     * @param fresh how long the server said that it stays as it is
     */
    record Validators(
            @Nullable String etag,
            @Nullable String lastModified,
            @Nullable String movedTo,
            Duration fresh) {
        static final Validators NONE = new Validators(null, null, null);

        Validators(@Nullable String etag, @Nullable String lastModified, @Nullable String movedTo) {
            this(etag, lastModified, movedTo, Duration.ZERO);
        }

        static Validators of(Answer.Header header) {
            return new Validators(header.etag(), header.lastModified(), moved(header), header.fresh());
        }

        /** A 304 may bring newer validators (RFC 9110 §15.4.5); each stands for itself. */
        static Validators refreshed(Validators known, Answer.Header header) {
            return new Validators(
                    header.etag() == null ? known.etag() : header.etag(),
                    header.lastModified() == null ? known.lastModified() : header.lastModified(),
                    moved(header),
                    header.fresh());
        }

        /** Without validators the next fetch brings everything again. */
        static Validators unconditional(Answer.Header header) {
            return new Validators(null, null, moved(header), header.fresh());
        }

        /** The next look comes no sooner than after so long. */
        Validators after(Duration pause) {
            return pause.compareTo(fresh) <= 0 ? this : new Validators(etag, lastModified, movedTo, pause);
        }

        private static @Nullable String moved(Answer.Header header) {
            return header.movedTo() == null ? null : header.movedTo().toString();
        }
    }

    /** When to look next, by which rules it was read, and how the source is. */
    record Next(Instant due, String reading, SourceState state) {}
}
