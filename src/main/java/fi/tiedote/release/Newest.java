package fi.tiedote.release;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads published releases, newest first, in time that depends little on how rare or how old those are that it looks for.
 *
 * <p>What is frequent is among the next ones in order; what is rare is found by an inverted index. Nobody knows beforehand
 * which it is, so that first a few in order are looked through, and then the {@link Quarters} are searched.
 */
@Repository
class Newest {
    /** So many are looked through in order. */
    private static final int NEAR = 1_000;

    /** So many of a topic, or of an area, whose releases lie far from each other where they are rare. */
    private static final int NEAR_OF_A_TAG = 300;

    private final JdbcClient jdbc;
    private final Clippings clippings;
    private final Quarters quarters;

    Newest(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.clippings = new Clippings(jdbc, json);
        this.quarters = new Quarters(jdbc, clippings);
    }

    /** @param before null for the first page */
    List<Release> of(Scope scope, int limit, @Nullable Before before) {
        var criteria = Criteria.of(State.PUBLISHED, scope);
        if (criteria.ordered()) {
            return ordered(criteria, limit, before);
        }
        if (criteria.orders().isEmpty()) {
            var near = near(criteria, limit, before);
            return near.size() == limit ? near : quarters.search(scope, limit, before);
        }
        for (var tags : criteria.orders()) {
            var near = tagged(criteria, tags, limit, before);
            if (near.size() == limit || criteria.isOneOrder()) {
                return near;
            }
        }
        return quarters.search(scope, limit, before);
    }

    private List<Release> ordered(Criteria criteria, int limit, @Nullable Before before) {
        return list(criteria, limit, before, """
                SELECT %s FROM release
                 WHERE %s %s
                 ORDER BY published_at DESC, id DESC
                 LIMIT :limit
                """.formatted(Clippings.MARK, criteria.sql(), after(before, "id")));
    }

    private List<Release> near(Criteria criteria, int limit, @Nullable Before before) {
        return list(criteria, limit, before, """
                SELECT id, inserted::text::bigint AS written
                  FROM (SELECT *, xmin AS inserted FROM release
                         WHERE state = 'PUBLISHED' %s
                         ORDER BY published_at DESC, id DESC
                         LIMIT %d) AS release
                 WHERE %s
                 ORDER BY published_at DESC, id DESC
                 LIMIT :limit
                """.formatted(after(before, "id"), NEAR, criteria.sql()));
    }

    /** The next ones of each topic or area are more than the next ones of them all: those are cut off again. */
    private List<Release> tagged(Criteria criteria, List<String> tags, int limit, @Nullable Before before) {
        var sql = """
                SELECT %4$s FROM (
                       SELECT DISTINCT tagged.published_at, release_id
                         FROM unnest(:tags) AS wanted, LATERAL (
                              SELECT published_at, release_id FROM release_tag
                               WHERE tag = wanted %2$s
                               ORDER BY published_at DESC, release_id DESC
                               LIMIT %1$d) AS tagged
                        ORDER BY tagged.published_at DESC, release_id DESC
                        LIMIT %1$d) AS near
                  JOIN release ON release.id = near.release_id
                 WHERE %3$s
                 ORDER BY near.published_at DESC, near.release_id DESC
                 LIMIT :limit
                """.formatted(
                        Math.max(limit, NEAR_OF_A_TAG), after(before, "release_id"), criteria.sql(), Clippings.MARK);
        return list(criteria, limit, before, sql, Map.of("tags", tags.toArray(String[]::new)));
    }

    private List<Release> list(Criteria criteria, int limit, @Nullable Before before, String sql) {
        return list(criteria, limit, before, sql, Map.of());
    }

    private List<Release> list(
            Criteria criteria, int limit, @Nullable Before before, String sql, Map<String, Object> more) {
        return clippings.read(jdbc.sql(sql)
                .params(more)
                .params(criteria.parameters())
                .params(position(before))
                .param("limit", limit)
                .query((row, number) -> new Clippings.Mark(row.getLong("id"), row.getLong("written")))
                .list());
    }

    /** On a first page nothing is said: a bound that holds everything misleads the planner. */
    private static String after(@Nullable Before before, String id) {
        return before == null ? "" : "AND (published_at, " + id + ") < (:publishedAt, :id)";
    }

    static Map<String, Object> position(@Nullable Before before) {
        return before == null
                ? Map.of()
                : Map.of("publishedAt", before.publishedAt().atOffset(ZoneOffset.UTC), "id", before.id());
    }
}
