package fi.tiedote.gather;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How the sources of the settings are. */
@Component
class SourceHealths {
    private final Sources sources;
    private final SourceList list;

    SourceHealths(Sources sources, SourceList list) {
        this.sources = sources;
        this.list = list;
    }

    /** In the order of the settings. */
    List<SourceHealth> all() {
        var rows = sources.rows(list.keys()).stream().collect(Collectors.toMap(Sources.Row::key, row -> row));
        return list.sources().stream()
                .map(source -> health(source, rows.get(source.key())))
                .toList();
    }

    private static SourceHealth health(SourceSettings source, Sources.@Nullable Row row) {
        var known = row == null ? Sources.Row.unknown(source.key()) : row;
        var state = SourceState.of(known.state());
        return new SourceHealth(
                source.key(),
                source.kind().name().toLowerCase(Locale.ROOT),
                source.address(),
                state,
                known.stateSince(),
                known.lastLookAt(),
                known.lastSuccessAt(),
                known.lastNewsAt(),
                known.lastItemAt(),
                known.items(),
                known.itemProblems(),
                known.created(),
                known.corrected(),
                known.failures(),
                known.problem(),
                Diagnosis.expected(source, known.rhythm() == null ? null : Duration.ofSeconds(known.rhythm())),
                state == SourceState.STOPPED ? null : known.nextDue());
    }
}
