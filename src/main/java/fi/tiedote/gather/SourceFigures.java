package fi.tiedote.gather;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Figures of the sources that the settings name; read when somebody asks, at most every ten seconds. */
@Component
class SourceFigures {
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final SourceHealths healths;
    private Map<String, SourceHealth> read = Map.of();
    private long readAt = System.nanoTime() - FRESH.toNanos();

    SourceFigures(SourceHealths healths, SourceList list, MeterRegistry figures) {
        this.healths = healths;
        for (var state : SourceState.values()) {
            Gauge.builder("tiedote.sources", this, source -> source.count(state))
                    .description("Sources, by what they were like at the last look")
                    .tag("state", state.word())
                    .register(figures);
        }
        list.keys().forEach(key -> register(key, figures));
    }

    private void register(String key, MeterRegistry figures) {
        gauge(
                figures,
                key,
                "healthy",
                "Whether it can be read and is not silent",
                health -> health.isHealthy() ? 1 : 0);
        gauge(figures, key, "failures", "Failed looks in a row", SourceHealth::failures);
        gauge(figures, key, "items", "Items at the last look that read any", SourceHealth::items);
        gauge(figures, key, "problems", "Items that could not be read then", SourceHealth::itemProblems);
        gauge(figures, key, "releases", "Releases that it has brought", SourceHealth::created);
        gauge(figures, key, "corrections", "Corrections that it has brought", SourceHealth::corrected);
        moment(figures, key, "last.success", "When it was last read", SourceHealth::lastSuccess);
        moment(figures, key, "last.item", "Date of its latest item", SourceHealth::lastItem);
        moment(figures, key, "next.look", "When it is looked at next", SourceHealth::nextLook);
    }

    private void gauge(
            MeterRegistry figures, String key, String name, String meaning, ToDoubleFunction<SourceHealth> figure) {
        Gauge.builder("tiedote.source." + name, this, all -> all.figure(key, figure))
                .description(meaning)
                .tag("source", key)
                .register(figures);
    }

    private void moment(
            MeterRegistry figures,
            String key,
            String name,
            String meaning,
            Function<SourceHealth, @Nullable Instant> moment) {
        Gauge.builder("tiedote.source." + name, this, all -> all.figure(key, health -> seconds(moment.apply(health))))
                .description(meaning)
                .baseUnit("seconds")
                .tag("source", key)
                .register(figures);
    }

    private static double seconds(@Nullable Instant moment) {
        return moment == null ? Double.NaN : moment.getEpochSecond();
    }

    private double figure(String key, ToDoubleFunction<SourceHealth> figure) {
        var health = all().get(key);
        return health == null ? Double.NaN : figure.applyAsDouble(health);
    }

    private double count(SourceState state) {
        return all().values().stream().filter(health -> health.state() == state).count();
    }

    /** While the database is away, the last figures stay. */
    private synchronized Map<String, SourceHealth> all() {
        if (System.nanoTime() - readAt >= FRESH.toNanos()) {
            readAt = System.nanoTime();
            try {
                read = byKey(healths.all());
            } catch (DataAccessException away) {
                return read;
            }
        }
        return read;
    }

    private static Map<String, SourceHealth> byKey(List<SourceHealth> all) {
        return all.stream().collect(Collectors.toMap(SourceHealth::source, Function.identity()));
    }
}
