package fi.tiedote.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL of our own on the loopback interface, as a child process. Its data outlive it: what was committed is there
 * after any end of either process.
 *
 * @param lock null where the server belongs to another process that we only joined
 */
public record EmbeddedPostgres(
        Postmaster postmaster,
        int port,
        String password,
        @Nullable DataLock lock) implements AutoCloseable {
    public static final String DATABASE = "tiedote";

    /**
     * Starts the server of a data directory.
     *
     * @throws DatabaseException where another process runs on the directory, or the server does not start
     */
    public static EmbeddedPostgres start(Path data) {
        return start(data, data.resolve("postgres"));
    }

    /** As {@link #start(Path)}, with the programs unpacked below a directory that several servers may share. */
    public static EmbeddedPostgres start(Path data, Path programs) {
        var lock = DataLock.on(data);
        try {
            var postmaster = new Postmaster(cluster(data, programs));
            var server = new EmbeddedPostgres(
                    postmaster, postmaster.start(), postmaster.cluster().readPassword(), lock);
            server.makeDatabase();
            return server;
        } catch (IOException e) {
            lock.close();
            throw new DatabaseException("PostgreSQL cannot be started in " + data + ": " + e, e);
        } catch (DatabaseException e) {
            lock.close();
            throw e;
        }
    }

    /** The running server of another process where there is one; else a server of our own. */
    static EmbeddedPostgres joinOrStart(Path data) {
        try {
            return start(data);
        } catch (DatabaseException taken) {
            return join(data, taken);
        }
    }

    public String url() {
        return url(DATABASE);
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public String username() {
        return Cluster.SUPERUSER;
    }

    @Override
    public void close() {
        if (lock == null) {
            return;
        }
        try (lock) {
            postmaster.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EmbeddedPostgres join(Path data, DatabaseException taken) {
        try {
            var postmaster = new Postmaster(cluster(data, data.resolve("postgres")));
            var port = postmaster.runningPort().orElseThrow(() -> taken);
            return new EmbeddedPostgres(postmaster, port, postmaster.cluster().readPassword(), null);
        } catch (IOException e) {
            taken.addSuppressed(e);
            throw taken;
        }
    }

    private static Cluster cluster(Path data, Path programs) throws IOException {
        var binaries = Binaries.below(programs.toAbsolutePath().normalize(), Platform.ofThisMachine());
        return Cluster.below(data.resolve("postgres").toAbsolutePath().normalize(), binaries);
    }

    private void makeDatabase() {
        try (var connection = DriverManager.getConnection(url("postgres"), username(), password);
                var statement = connection.createStatement();
                var found = statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
            if (!found.next()) {
                connection.createStatement().execute("CREATE DATABASE " + DATABASE);
            }
        } catch (SQLException e) {
            throw new DatabaseException("The database cannot be made: " + e.getMessage(), e);
        }
    }
}
