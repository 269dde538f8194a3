package fi.tiedote.feed;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Counts readings in memory and writes them down together. A killed process loses those of a few seconds. */
@Component
class ReadingCount implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ReadingCount.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Journalists journalists;
    private final Clock clock;
    private final boolean idle;
    private final Map<Long, Long> readings = new ConcurrentHashMap<>();
    private volatile @Nullable Thread writer;

    ReadingCount(Journalists journalists, Clock clock, @Value("${tiedote.idle:false}") boolean idle) {
        this.journalists = journalists;
        this.clock = clock;
        this.idle = idle;
    }

    void add(Journalist journalist) {
        readings.merge(journalist.id(), 1L, Long::sum);
    }

    synchronized void write() {
        var told = new HashMap<Long, Long>();
        readings.keySet().forEach(id -> {
            var count = readings.remove(id);
            if (count != null) {
                told.put(id, count);
            }
        });
        if (told.isEmpty()) {
            return;
        }
        try {
            journalists.count(told, clock.instant());
        } catch (DataAccessException away) {
            told.forEach((id, count) -> readings.merge(id, count, Long::sum));
            LOG.warn("readings of journalists wait to be counted: {}", away.getMessage());
        }
    }

    @Override
    public boolean isAutoStartup() {
        return !idle;
    }

    @Override
    public void start() {
        var thread = new Thread(this::work, "readings");
        thread.setDaemon(true);
        writer = thread;
        thread.start();
    }

    @Override
    public void stop() {
        var thread = writer;
        writer = null;
        if (thread != null) {
            thread.interrupt();
        }
        write();
    }

    @Override
    public boolean isRunning() {
        return writer != null;
    }

    private void work() {
        try {
            while (isRunning()) {
                Thread.sleep(PAUSE.toMillis());
                write();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
