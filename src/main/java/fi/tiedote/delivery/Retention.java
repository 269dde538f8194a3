package fi.tiedote.delivery;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Forgets letters that were settled long ago, and keeps their numbers. */
@Repository
class Retention {
    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    /** Small enough that nobody waits for one. */
    private static final int BATCH = 5_000;

    private final JdbcClient jdbc;
    private final DeliverySettings settings;
    private final Clock clock;

    Retention(JdbcClient jdbc, DeliverySettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** In transactions of a batch each, so that it may be cut off anywhere. */
    void dropOld() {
        var before = clock.instant().minus(settings.delivery().retention()).atOffset(ZoneOffset.UTC);
        var letters = 0L;
        for (var batch = BATCH; batch == BATCH; letters += batch) {
            batch = dropLetters(before);
        }
        var editions = dropEditions(before);
        if (letters + editions > 0) {
            LOG.info("dropped {} letters and {} editions by their age", letters, editions);
        }
    }

    /** Rows are not locked first, which would write each twice; one that is sent again meanwhile is not old any more. */
    private int dropLetters(OffsetDateTime before) {
        return jdbc.sql("""
                WITH dropped AS (
                    DELETE FROM letter
                     WHERE ctid = ANY (ARRAY(
                           SELECT ctid FROM letter WHERE settled_at < :before ORDER BY settled_at LIMIT :batch))
                       AND settled_at < :before
                    RETURNING issue_id, state),
                counted AS (
                    SELECT issue_id,
                           count(*) FILTER (WHERE state = 'ACCEPTED') AS accepted,
                           count(*) FILTER (WHERE state = 'REFUSED') AS refused,
                           count(*) FILTER (WHERE state = 'IN_DOUBT') AS in_doubt,
                           count(*) FILTER (WHERE state = 'CANCELLED') AS cancelled
                      FROM dropped GROUP BY issue_id),
                added AS (
                    UPDATE issue
                       SET dropped_accepted = dropped_accepted + accepted,
                           dropped_refused = dropped_refused + refused,
                           dropped_in_doubt = dropped_in_doubt + in_doubt,
                           dropped_cancelled = dropped_cancelled + cancelled
                      FROM counted WHERE issue.id = counted.issue_id)
                SELECT count(*) FROM dropped
                """)
                .param("before", before)
                .param("batch", BATCH)
                .query(Integer.class)
                .single();
    }

    private int dropEditions(OffsetDateTime before) {
        return jdbc.sql("""
                DELETE FROM edition USING issue
                 WHERE issue.id = edition.issue_id AND issue.created_at < :before
                   AND NOT EXISTS (SELECT FROM letter WHERE letter.issue_id = issue.id)
                """).param("before", before).update();
    }
}
