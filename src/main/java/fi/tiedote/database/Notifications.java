package fi.tiedote.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Wakes whoever waits for other nodes' (and our own) writes, by PostgreSQL's LISTEN. Notify with {@code SELECT
 * pg_notify('channel', 'payload')} inside the transaction that writes: it is delivered when that commits.
 *
 * <p>A notification only says <i>look</i>: it may be lost with the connection. So each listener is also called, with an
 * empty payload, whenever the connection is (again) there. Listeners are called one after the other, outside of any
 * transaction, by one thread: they must be quick.
 */
@Component
public class Notifications implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Notifications.class);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final ListeningConnection source;
    private final boolean idle;
    private final Map<String, CopyOnWriteArrayList<Consumer<String>>> listeners = new ConcurrentHashMap<>();
    private volatile @Nullable Thread listening;

    Notifications(ListeningConnection source, @Value("${tiedote.idle:false}") boolean idle) {
        this.source = source;
        this.idle = idle;
    }

    @Override
    public boolean isAutoStartup() {
        return !idle;
    }

    /**
     * @param channel an SQL identifier in lower case
     * @param listener gets the payload; an exception of its is logged and changes nothing for others
     */
    public void on(String channel, Consumer<String> listener) {
        if (!channel.matches("[a-z_]{1,40}")) {
            throw new IllegalArgumentException("channel: " + channel);
        }
        listeners.computeIfAbsent(channel, any -> new CopyOnWriteArrayList<>()).add(listener);
    }

    @Override
    public void start() {
        var thread = new Thread(this::listen, "notifications");
        thread.setDaemon(true);
        listening = thread;
        thread.start();
    }

    @Override
    public void stop() {
        var thread = listening;
        listening = null;
        if (thread != null) {
            join(thread);
        }
    }

    @Override
    public boolean isRunning() {
        return listening != null;
    }

    private void listen() {
        var pause = FIRST_PAUSE;
        while (isRunning()) {
            try (var connection = source.open()) {
                subscribe(connection);
                if (!pause.equals(FIRST_PAUSE)) {
                    LOG.info("the database is there again");
                }
                pause = FIRST_PAUSE;
                passOn(connection.unwrap(PGConnection.class));
            } catch (SQLException e) {
                if (isRunning()) {
                    pause = rest(pause, e);
                }
            }
        }
    }

    /** Tells of the loss once, and gives the pause after the next one. */
    private static Duration rest(Duration pause, SQLException lost) {
        if (pause.equals(FIRST_PAUSE)) {
            LOG.warn("the database is away ({}); looking for it every few seconds", lost.getMessage());
        }
        sleep(pause);
        var longer = pause.multipliedBy(2);
        return longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
    }

    private void subscribe(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var channel : listeners.keySet()) {
                statement.execute("LISTEN " + channel);
            }
        }
        listeners.keySet().forEach(channel -> call(channel, ""));
    }

    private void passOn(PGConnection connection) throws SQLException {
        while (isRunning()) {
            var notifications = connection.getNotifications((int) LOOK.toMillis());
            for (var notification : notifications) {
                call(notification.getName(), notification.getParameter());
            }
        }
    }

    private void call(String channel, String payload) {
        for (var listener : listeners.getOrDefault(channel, new CopyOnWriteArrayList<>())) {
            try {
                listener.accept(payload);
            } catch (RuntimeException e) {
                LOG.error("a listener on {} failed", channel, e);
            }
        }
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join(LOOK.multipliedBy(4).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
