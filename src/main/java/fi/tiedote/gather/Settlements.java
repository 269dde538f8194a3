package fi.tiedote.gather;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * What looks leave behind, many of them in one statement. Whoever lost the lease changes nothing, nor does who settles the
 * same look again.
 */
@Repository
class Settlements {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    Settlements(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A permanent redirect that is believed stays; what comes from there shows no redirect any more. */
    void succeeded(List<Settlement.Success> looks) {
        jdbc.sql("""
                UPDATE source
                   SET leased_until = NULL, next_due = look.due, reading = look.reading, etag = look.etag,
                       last_modified = look.modified, last_success_at = look.now, last_look_at = look.now, failures = 0,
                       problem = NULL, mark = look.mark, state = look.state,
                       state_since = CASE WHEN source.state = look.state THEN state_since ELSE look.now END,
                       last_news_at = CASE WHEN look.created + look.corrected > 0 AND first_import_at IS NOT NULL
                                           THEN look.now ELSE last_news_at END,
                       last_item_at = GREATEST(last_item_at, CASE WHEN look.newest > look.now THEN look.now ELSE look.newest END),
                       rhythm = COALESCE(look.rhythm, source.rhythm), wishes = COALESCE(look.wishes, source.wishes),
                       items = CASE WHEN look.listed THEN look.items ELSE source.items END,
                       item_problems = CASE WHEN look.listed THEN look.problems ELSE item_problems END,
                       created = source.created + look.created, corrected = source.corrected + look.corrected,
                       first_import_at = COALESCE(first_import_at, CASE WHEN look.complete THEN look.now END),
                       moved_times = CASE WHEN look.moved IS NULL
                                          THEN CASE WHEN moved_times >= :believed THEN moved_times ELSE 0 END
                                          WHEN moved_to = look.moved THEN moved_times + 1 ELSE 1 END,
                       moved_to = CASE WHEN look.moved IS NULL
                                       THEN CASE WHEN moved_times >= :believed THEN moved_to END
                                       ELSE look.moved END
                  FROM json_to_recordset(:looks::json) AS look (
                       key text, attempt bigint, due timestamptz, now timestamptz, state text, reading text, mark text,
                       complete boolean, etag text, modified text, moved text, newest timestamptz, rhythm bigint,
                       wishes text, listed boolean, items int, problems int, created int, corrected int)
                 WHERE source.key = look.key AND source.attempt = look.attempt AND leased_until IS NOT NULL
                """)
                .param("believed", FeedSource.BELIEVED)
                .param("looks", json.writeValueAsString(looks))
                .update();
    }

    /** An address that a redirect led to is forgotten with the first failure: the old one is asked again. */
    void failed(List<Settlement.Failure> looks) {
        jdbc.sql("""
                UPDATE source
                   SET leased_until = NULL, next_due = look.due, failures = failures + 1, problem = look.problem,
                       last_look_at = look.now, moved_to = NULL, moved_times = 0, state = look.state,
                       state_since = CASE WHEN source.state = look.state THEN state_since ELSE look.now END
                  FROM json_to_recordset(:looks::json) AS look (
                       key text, attempt bigint, due timestamptz, now timestamptz, state text, problem text)
                 WHERE source.key = look.key AND source.attempt = look.attempt AND leased_until IS NOT NULL
                """).param("looks", json.writeValueAsString(looks)).update();
    }
}
