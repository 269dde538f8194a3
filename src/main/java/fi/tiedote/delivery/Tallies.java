package fi.tiedote.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ledger in numbers: where the letters of each issue are, and how fast they go. */
@Repository
public class Tallies {
    private static final Duration PACE = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    Tallies(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How many letters are in each of the states that are not final. */
    Map<String, Long> open() {
        var states = new HashMap<String, Long>();
        jdbc.sql("""
                SELECT state, count(*) AS letters
                  FROM (SELECT state FROM letter WHERE due_at IS NOT NULL
                        UNION ALL
                        SELECT state FROM letter WHERE state = 'CLAIMED'
                        UNION ALL
                        SELECT state FROM letter WHERE state = 'IN_DOUBT' AND due_at IS NULL) AS open
                 GROUP BY state
                """)
                .query((row, number) -> states.put(row.getString("state"), row.getLong("letters")))
                .list();
        return states;
    }

    /** Issues, newest first, and where their letters are. */
    public List<Tally> latest(int limit) {
        return jdbc.sql("""
                SELECT issue.id AS issue_id, issue.newsletter, issue.occasion,
                       count(*) FILTER (WHERE state = 'QUEUED') AS queued,
                       count(*) FILTER (WHERE state = 'CLAIMED') AS claimed,
                       dropped_accepted + count(*) FILTER (WHERE state = 'ACCEPTED') AS accepted,
                       count(*) FILTER (WHERE state = 'DEFERRED') AS deferred,
                       dropped_refused + count(*) FILTER (WHERE state = 'REFUSED') AS refused,
                       dropped_in_doubt + count(*) FILTER (WHERE state = 'IN_DOUBT') AS in_doubt,
                       dropped_cancelled + count(*) FILTER (WHERE state = 'CANCELLED') AS cancelled
                  FROM (SELECT * FROM issue ORDER BY id DESC LIMIT :limit) AS issue
                  LEFT JOIN letter ON letter.issue_id = issue.id
                 GROUP BY issue.id, issue.newsletter, issue.occasion, dropped_accepted, dropped_refused,
                          dropped_in_doubt, dropped_cancelled
                 ORDER BY issue.id DESC
                """).param("limit", limit).query(Tally.class).list();
    }

    /** The same, with the pace of each. */
    public List<Progress> progress(int limit) {
        var settled = new HashMap<Long, Long>();
        jdbc.sql("""
                SELECT issue_id, count(*) AS letters FROM letter
                 WHERE settled_at > :since GROUP BY issue_id
                """)
                .param("since", clock.instant().minus(PACE).atOffset(ZoneOffset.UTC))
                .query((row, number) -> settled.put(row.getLong("issue_id"), row.getLong("letters")))
                .list();
        return latest(limit).stream()
                .map(tally ->
                        new Progress(tally, settled.getOrDefault(tally.issueId(), 0L) / (double) PACE.toSeconds()))
                .toList();
    }
}
