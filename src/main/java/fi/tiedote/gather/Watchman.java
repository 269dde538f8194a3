package fi.tiedote.gather;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks at every source that is due when the service starts, and from then on at watched folders when they change. */
@Component
class Watchman implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Watchman.class);
    /** While a file is still being written it is looked at again after so many milliseconds. */
    private static final long AGAIN = 250;

    private static final long LONGEST_WAIT = 1000;
    private static final long LONGEST_STOP = 10_000;

    private final Gathering gathering;
    private final Crew crew;
    private final Turns turns;
    private final Map<String, Path> folders;
    private final boolean idle;
    private volatile @Nullable Thread watching;
    private volatile String told = "";

    Watchman(
            Gathering gathering,
            Crew crew,
            Turns turns,
            SourceList list,
            @Value("${tiedote.idle:false}") boolean idle) {
        this.gathering = gathering;
        this.crew = crew;
        this.turns = turns;
        this.folders = list.sources().stream()
                .filter(source -> source.kind() == SourceSettings.Kind.FOLDER && source.watch())
                .collect(Collectors.toMap(SourceSettings::key, source -> Objects.requireNonNull(source.path())));
        this.idle = idle;
    }

    @Override
    public boolean isAutoStartup() {
        return !idle;
    }

    /** A feed that is slow must not keep watched folders waiting: each has its thread. */
    @Override
    public void start() {
        turns.open();
        var thread = new Thread(this::watch, "watchman");
        thread.setDaemon(true);
        watching = thread;
        thread.start();
        crew.open();
    }

    /** Waits for the file that is under way. */
    @Override
    public void stop() {
        var thread = watching;
        watching = null;
        try {
            if (thread != null) {
                thread.join(LONGEST_STOP);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return watching != null;
    }

    private void watch() {
        try (var watch = new Watch(folders)) {
            var waiting = new HashSet<>(watch.register());
            while (isRunning()) {
                waiting.addAll(watch.changes(waiting.isEmpty() ? LONGEST_WAIT : AGAIN));
                waiting.addAll(watch.register());
                waiting.removeIf(this::isDone);
            }
        } catch (IOException e) {
            LOG.warn("folders cannot be watched ({}); the schedule looks into them", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isDone(String source) {
        return attempt(() -> !gathering.gather(source).again());
    }

    /** A database that is away for a while must not end the watch, nor fill the log. */
    private boolean attempt(BooleanSupplier look) {
        try {
            var done = look.getAsBoolean();
            told = "";
            return done;
        } catch (RuntimeException failed) {
            var reason = String.valueOf(failed.getMessage());
            if (!reason.equals(told)) {
                LOG.warn("a look at the sources failed: {}", reason);
            }
            told = reason;
            return false;
        }
    }
}
