package fi.tiedote.kit;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import fi.tiedote.database.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

/**
 * A database of its own for a test class: a copy of one that was migrated once. One server serves all tests of a JVM; it
 * is the one that installations run on, with less durability for speed.
 *
 * <pre>{@code private final TestDatabase database = TestDatabase.fresh();}</pre>
 */
public record TestDatabase(String name, DataSource dataSource) {
    private static final String TEMPLATE = "template_tiedote";

    static {
        // Tests leave their pools behind: what is idle shall not use up the server's connections.
        System.setProperty("com.zaxxer.hikari.housekeeping.periodMs", "2000");
    }

    private static final AtomicInteger COUNT = new AtomicInteger();

    public static TestDatabase fresh() {
        var name = "test_" + COUNT.incrementAndGet();
        Server.sqlOn(Server.POSTGRES, "CREATE DATABASE " + name + " TEMPLATE " + Server.TEMPLATE_READY);
        var source = new HikariConfig();
        source.setJdbcUrl(Server.POSTGRES.url(name));
        source.setUsername(Server.POSTGRES.username());
        source.setPassword(Server.POSTGRES.password());
        source.setMaximumPoolSize(12);
        source.setMinimumIdle(0);
        source.setIdleTimeout(10_000);
        return new TestDatabase(name, new HikariDataSource(source));
    }

    public String url() {
        return Server.POSTGRES.url(name);
    }

    public String username() {
        return Server.POSTGRES.username();
    }

    public String password() {
        return Server.POSTGRES.password();
    }

    /** The settings by which an application under test finds this database. */
    public String[] settings() {
        return new String[] {
            "--spring.datasource.url=" + url(),
            "--spring.datasource.username=" + username(),
            "--spring.datasource.password=" + password()
        };
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(dataSource);
    }

    /** The server beside this database, for what cannot be said from within. */
    public JdbcClient server() {
        return JdbcClient.create(new DriverManagerDataSource(Server.POSTGRES.url("postgres"), username(), password()));
    }

    public TransactionOperations transactions() {
        return new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    }

    /** Started with the first test that needs it. */
    private static class Server {
        static final EmbeddedPostgres POSTGRES = start();
        static final String TEMPLATE_READY = template();

        private static EmbeddedPostgres start() {
            var target =
                    Path.of("target", "test-database-" + ProcessHandle.current().pid());
            var programs = Path.of("target", "postgresql");
            try (var first = EmbeddedPostgres.start(target, programs)) {
                sqlOn(first, "ALTER SYSTEM SET max_connections = 400");
                // Nothing of it is to be kept, and to sync hundreds of copies at the end takes half a minute.
                sqlOn(first, "ALTER SYSTEM SET fsync = off");
            }
            var postgres = EmbeddedPostgres.start(target, programs);
            // After the applications under test, which need it to end in order.
            SpringApplication.getShutdownHandlers().add(() -> {
                postgres.close();
                FileSystemUtils.deleteRecursively(target.toFile());
            });
            return postgres;
        }

        private static String template() {
            sqlOn(POSTGRES, "ALTER SYSTEM SET synchronous_commit = off");
            sqlOn(POSTGRES, "SELECT pg_reload_conf()");
            sqlOn(POSTGRES, "CREATE DATABASE " + TEMPLATE);
            Flyway.configure()
                    .dataSource(POSTGRES.url(TEMPLATE), POSTGRES.username(), POSTGRES.password())
                    .load()
                    .migrate();
            return TEMPLATE;
        }

        private static void sqlOn(EmbeddedPostgres postgres, String statement) {
            try (var connection = DriverManager.getConnection(
                            postgres.url("postgres"), postgres.username(), postgres.password());
                    var executed = connection.createStatement()) {
                executed.execute(statement);
            } catch (SQLException e) {
                throw new IllegalStateException(statement, e);
            }
        }
    }
}
