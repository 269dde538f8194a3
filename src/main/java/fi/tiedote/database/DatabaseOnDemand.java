package fi.tiedote.database;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * The database of a command: nothing is started or connected to before the command asks for it. Then it is that of a
 * Tiedote which runs on the same data, the configured one, or one that runs for as long as the command does.
 */
class DatabaseOnDemand extends AbstractDataSource implements AutoCloseable {
    private static final int CONNECTIONS = 2;

    private final Environment settings;
    private @Nullable EmbeddedPostgres postgres;
    private @Nullable HikariDataSource pool;

    DatabaseOnDemand(Environment settings) {
        this.settings = settings;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return pool().getConnection();
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        throw new SQLException("commands have one database user");
    }

    @Override
    public synchronized void close() {
        if (pool != null) {
            pool.close();
        }
        if (postgres != null) {
            postgres.close();
        }
    }

    private synchronized HikariDataSource pool() {
        if (pool == null) {
            pool = open();
            new Presence(pool, settings).await();
            Flyway.configure().dataSource(pool).load().migrate();
        }
        return pool;
    }

    private HikariDataSource open() {
        var source = new HikariDataSource();
        source.setMaximumPoolSize(CONNECTIONS);
        source.setInitializationFailTimeout(-1);
        var url = settings.getProperty("spring.datasource.url");
        if (url == null) {
            var started = EmbeddedPostgres.joinOrStart(Path.of(settings.getRequiredProperty("tiedote.data")));
            postgres = started;
            source.setJdbcUrl(started.url());
            source.setUsername(started.username());
            source.setPassword(started.password());
        } else {
            source.setJdbcUrl(url);
            source.setUsername(settings.getProperty("spring.datasource.username"));
            source.setPassword(settings.getProperty("spring.datasource.password"));
        }
        return source;
    }
}
