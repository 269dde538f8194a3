package fi.tiedote.newsletter;

import fi.tiedote.subscription.Cadence;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The digests that have fallen due, and what part of the sequence is whose. */
@Repository
class DigestPlaces {
    private final JdbcClient jdbc;

    DigestPlaces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Opens the digest of a day, which begins where the one before ended. The very first one has nobody to write to and
     * only marks the place.
     */
    void open(Cadence cadence, LocalDate day, long upTo) {
        jdbc.sql("""
                INSERT INTO digest (newsletter, occasion, after_place, up_to_place, written)
                SELECT :newsletter, :day, coalesce(max(up_to_place), :upTo), :upTo, count(*) = 0
                  FROM digest WHERE newsletter = :newsletter
                HAVING coalesce(max(occasion) < :day, true)
                ON CONFLICT DO NOTHING
                """)
                .param("newsletter", cadence.key())
                .param("day", day)
                .param("upTo", upTo)
                .update();
    }

    /** Those that are opened and not written, the oldest first; a process may have died in the middle of one. */
    List<Digest> unwritten() {
        return jdbc.sql("""
                SELECT newsletter, occasion, after_place, up_to_place FROM digest WHERE NOT written
                 ORDER BY occasion, newsletter
                """)
                .query((row, number) -> new Digest(
                        Cadence.of(row.getString("newsletter")).orElseThrow(),
                        row.getObject("occasion", LocalDate.class),
                        row.getLong("after_place"),
                        row.getLong("up_to_place")))
                .list();
    }

    void written(Digest digest) {
        jdbc.sql("UPDATE digest SET written = true WHERE newsletter = :newsletter AND occasion = :day")
                .param("newsletter", digest.cadence().key())
                .param("day", digest.day())
                .update();
    }
}
