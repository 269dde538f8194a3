package fi.tiedote.gather;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says how a source is after a look. */
record Diagnosis(SourceSettings source, Past past, Instant now) {
    /** Releases come as they come: one gap of so many mean gaps is one in four hundred. */
    private static final int GAPS = 6;

    private static final Duration SHORTEST_SILENCE = Duration.of(3, ChronoUnit.DAYS);
    private static final Duration LONGEST_SILENCE = Duration.of(120, ChronoUnit.DAYS);

    static SourceState of(Outcome.Failed failed) {
        return switch (failed.kind()) {
            case AWAY -> SourceState.FAILING;
            case MALFORMED -> SourceState.MALFORMED;
            case GONE -> SourceState.STOPPED;
        };
    }

    /** @param complete whether it has been imported to its end */
    SourceState of(Tally tally, boolean news, boolean complete) {
        if (source.kind() != SourceSettings.Kind.FOLDER && isEmpty(tally)) {
            return SourceState.EMPTY;
        }
        return complete && !news && isSilent(tally) ? SourceState.SILENT : SourceState.HEALTHY;
    }

    /** Longest time without anything new that is no reason to worry; null while nobody knows. */
    static @Nullable Duration expected(SourceSettings source, @Nullable Duration rhythm) {
        if (source.expectEvery() != null || rhythm == null || source.kind() == SourceSettings.Kind.FOLDER) {
            return source.expectEvery();
        }
        var several = rhythm.multipliedBy(GAPS);
        var limited = several.compareTo(LONGEST_SILENCE) > 0 ? LONGEST_SILENCE : several;
        return limited.compareTo(SHORTEST_SILENCE) < 0 ? SHORTEST_SILENCE : limited;
    }

    private boolean isEmpty(Tally tally) {
        return tally.isRead() ? tally.isEmpty() : past.state().equals(SourceState.EMPTY.word());
    }

    private boolean isSilent(Tally tally) {
        var rhythm = tally.rhythm() == null ? past.learned() : tally.rhythm();
        var expected = expected(source, rhythm);
        var latest = Stream.of(past.lastNewsAt(), past.lastItemAt(), tally.newest())
                .filter(Objects::nonNull)
                .max(Instant::compareTo);
        return expected != null && latest.isPresent() && latest.get().isBefore(now.minus(expected));
    }
}
