package fi.tiedote.delivery;

import java.sql.SQLException;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** How long something takes, and how much PostgreSQL 18 writes ahead for it, whatever else is going on. */
class Measured {
    private Measured() {}

    /** @param work with a connection of its own, whose log can be told from that of others */
    static void print(String name, DataSource source, Consumer<JdbcClient> work) {
        try (var connection = source.getConnection()) {
            var own = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            var log = log(own);
            var begin = System.nanoTime();
            work.accept(own);
            var seconds = (System.nanoTime() - begin) / 1e9;
            System.out.printf("  %-12s %6.1f s, %4d MB of log%n", name, seconds, log(own) - log >> 20);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long log(JdbcClient own) {
        own.sql("SELECT pg_stat_force_next_flush()::text").query((row, number) -> number).list();
        return own.sql("SELECT wal_bytes::bigint FROM pg_stat_get_backend_wal(pg_backend_pid())")
                .query(Long.class)
                .single();
    }
}
