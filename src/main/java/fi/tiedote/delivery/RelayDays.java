package fi.tiedote.delivery;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How many letters a relay was given on a day, by all nodes. */
@Repository
class RelayDays {
    private final JdbcClient jdbc;

    RelayDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return how many of those wished for may go, so that the day has at most so many */
    int reserve(String relay, LocalDate day, int wish, long most) {
        jdbc.sql("INSERT INTO relay_day VALUES (:relay, :day, 0) ON CONFLICT DO NOTHING")
                .param("relay", relay)
                .param("day", day)
                .update();
        return jdbc.sql("""
                UPDATE relay_day SET letters = letters + granted
                  FROM (SELECT least(:wish, greatest(0, :most - letters)) AS granted
                          FROM relay_day WHERE relay = :relay AND day = :day FOR UPDATE) AS rest
                 WHERE relay = :relay AND day = :day
                RETURNING granted
                """)
                .param("relay", relay)
                .param("day", day)
                .param("wish", wish)
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    void giveBack(String relay, LocalDate day, int letters) {
        jdbc.sql("UPDATE relay_day SET letters = greatest(0, letters - :letters) WHERE relay = :relay AND day = :day")
                .param("relay", relay)
                .param("day", day)
                .param("letters", letters)
                .update();
    }
}
