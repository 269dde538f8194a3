package fi.tiedote.newsletter;

import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far the alerts have come, and whose turn it is to write them. */
@Repository
class AlertPlace {
    private static final Duration TURN = Duration.ofSeconds(15);

    private final JdbcClient jdbc;
    private final UUID node = UUID.randomUUID();

    AlertPlace(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long last() {
        return jdbc.sql("SELECT last FROM alert_place").query(Long.class).single();
    }

    /** Takes the turn, or keeps it for longer. @return false while another node has it */
    boolean take() {
        return jdbc.sql("""
                UPDATE alert_place
                   SET turn = :node, turn_until = clock_timestamp() + :seconds * interval '1 second'
                 WHERE turn = :node OR turn_until < clock_timestamp()
                """)
                        .param("node", node)
                        .param("seconds", TURN.toSeconds())
                        .update()
                == 1;
    }

    void advance(long place) {
        jdbc.sql("UPDATE alert_place SET last = greatest(last, :place)")
                .param("place", place)
                .update();
    }

    void leave() {
        jdbc.sql("UPDATE alert_place SET turn = NULL, turn_until = '-infinity' WHERE turn = :node")
                .param("node", node)
                .update();
    }
}
