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
    private final Ledger ledger;
    private final Map<String, Path> folders;
    private final boolean idle;
    private volatile @Nullable Thread watching;

    Watchman(Gathering gathering, Ledger ledger, SourceList list, @Value("${tiedote.idle:false}") boolean idle) {
        this.gathering = gathering;
        this.ledger = ledger;
        this.folders = list.sources().stream()
                .filter(source -> source.kind() == SourceSettings.Kind.FOLDER && source.watch())
                .collect(Collectors.toMap(SourceSettings::key, source -> Objects.requireNonNull(source.path())));
        this.idle = idle;
    }

    @Override
    public boolean isAutoStartup() {
        return !idle;
    }

    @Override
    public void start() {
        ledger.open();
        var thread = new Thread(this::watch, "watchman");
        thread.setDaemon(true);
        watching = thread;
        thread.start();
    }

    /** Waits for the file that is under way. */
    @Override
    public void stop() {
        var thread = watching;
        watching = null;
        if (thread != null) {
            try {
                thread.join(LONGEST_STOP);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return watching != null;
    }

    private void watch() {
        try (var watch = new Watch(folders)) {
            watch.register();
            attempt(this::lookAtAllDue);
            var waiting = new HashSet<String>();
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

    private boolean lookAtAllDue() {
        gathering.gatherDue();
        return true;
    }

    private boolean isDone(String source) {
        return attempt(() -> !gathering.gather(source).again());
    }

    /** A database that is away for a while must not end the watch. */
    private static boolean attempt(BooleanSupplier look) {
        try {
            return look.getAsBoolean();
        } catch (RuntimeException failed) {
            LOG.warn("a look at the sources failed: {}", failed.getMessage());
            return false;
        }
    }
}
