package fi.tiedote.delivery;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** News of dead addresses, for the module that knows whose they are; told on the channel {@code suspension}. */
@Repository
public class Suspensions {
    private final JdbcClient jdbc;

    public Suspensions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order in which they came; each is given once, to the transaction that takes it. */
    public List<Suspension> take(int limit) {
        return jdbc.sql("""
                WITH taken AS (
                    DELETE FROM suspension WHERE id IN (
                        SELECT id FROM suspension ORDER BY id LIMIT :limit FOR UPDATE)
                    RETURNING id, subscriber, lifted)
                SELECT subscriber, lifted FROM taken ORDER BY id
                """).param("limit", limit).query(Suspension.class).list();
    }
}
