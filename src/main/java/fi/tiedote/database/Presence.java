package fi.tiedote.database;

import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;

/** Waits at the start for a database that is away, and looks whether it is one that we can use. */
class Presence {
    private static final Logger LOG = LoggerFactory.getLogger(Presence.class);
    private static final int OLDEST = 14;

    private final DataSource database;
    private final String url;
    private final Duration limit;

    /** {@code tiedote.database.wait}: how long to wait, a minute unless given. */
    Presence(DataSource database, Environment settings) {
        this.database = database;
        this.url = settings.getProperty("spring.datasource.url", "the database on board");
        this.limit = settings.getProperty("tiedote.database.wait", Duration.class, Duration.ofMinutes(1));
    }

    void await() {
        var attempts = Math.max(1, limit.toSeconds() / 2);
        for (long attempt = 1; ; attempt++) {
            try {
                checkVersion();
                return;
            } catch (SQLException away) {
                if (attempt >= attempts) {
                    throw new DatabaseException(
                            "No database at %s after %d s: %s. Start it, or mend spring.datasource.url, username and password."
                                    .formatted(url, limit.toSeconds(), away.getMessage()),
                            away);
                }
                LOG.warn("no database at {} yet ({}); looking again", url, away.getMessage());
                pause();
            }
        }
    }

    private void checkVersion() throws SQLException {
        try (var connection = database.getConnection()) {
            var version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST) {
                throw new DatabaseException("The database at %s is PostgreSQL %d; Tiedote needs %d or newer."
                        .formatted(url, version, OLDEST));
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(2000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseException("Interrupted while waiting for the database", e);
        }
    }
}
