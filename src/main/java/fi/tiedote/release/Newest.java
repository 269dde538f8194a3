package fi.tiedote.release;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads published releases, newest first, in time that depends little on how rare or how old those are that it looks for.
 *
 * <p>What is frequent is among the next ones in order; what is rare is found by inverted indexes, whose findings have to be
 * sorted. Nobody knows beforehand which it is, so that first a few in order are looked through, and then longer and longer
 * times are searched.
 */
@Repository
class Newest {
    /** So many are looked through in order. */
    private static final int NEAR = 1_000;

    private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

    /** So many releases lie in the first time that is searched. */
    private static final int WINDOW = 25_000;

    /** So much longer is the second; what is older than that is searched at once. */
    private static final int WIDENING = 4;

    private final JdbcClient jdbc;
    private final Clippings clippings;

    Newest(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.clippings = new Clippings(jdbc, json);
    }

    /** @param before null for the first page */
    List<Release> of(Scope scope, int limit, @Nullable Before before) {
        var criteria = Criteria.of(State.PUBLISHED, scope);
        if (criteria.ordered()) {
            return ordered(criteria, limit, before);
        }
        if (criteria.orders().isEmpty()) {
            var near = near(criteria, limit, before);
            return near.size() == limit ? near : searched(criteria, limit, before);
        }
        for (var tags : criteria.orders()) {
            var near = tagged(criteria, tags, limit, before);
            if (near.size() == limit || criteria.isOneOrder()) {
                return near;
            }
        }
        return searched(criteria, limit, before);
    }

    /**
     * A time from one moment on up to before another, or all of it before that. Only a short one is worth reading an index
     * for; from a long one the dates are hidden.
     */
    private record Window(@Nullable Instant from, Instant to) {
        String sql() {
            return from == null
                    ? "AND published_at + interval '0' < :to"
                    : "AND published_at >= :from AND published_at < :to";
        }

        Map<String, Object> parameters() {
            var bounds = new HashMap<String, Object>(Map.of("to", to.atOffset(ZoneOffset.UTC)));
            if (from != null) {
                bounds.put("from", from.atOffset(ZoneOffset.UTC));
            }
            return bounds;
        }
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
                """.formatted(NEAR, after(before, "release_id"), criteria.sql(), Clippings.MARK);
        return list(criteria, limit, before, sql, Map.of("tags", tags.toArray(String[]::new)));
    }

    private List<Release> searched(Criteria criteria, int limit, @Nullable Before before) {
        if (criteria.areWords()) {
            return inQuarters(criteria, limit, before);
        }
        var found = new ArrayList<Release>();
        for (var window : windows(before)) {
            found.addAll(searched(criteria, limit - found.size(), before, window));
            if (found.size() == limit) {
                break;
            }
        }
        return found;
    }

    /**
     * One quarter of a year after another, until there are enough: each row of a nested loop is asked for only when it is
     * wanted, and comes in the order of the outer rows. The dates are hidden, lest their order be walked instead of the
     * index with the words.
     */
    private List<Release> inQuarters(Criteria criteria, int limit, @Nullable Before before) {
        var last = before == null ? "span.last" : "LEAST(span.last, :publishedAt)";
        return list(criteria, limit, before, """
                SELECT found.id, found.written
                  FROM (SELECT min(published_at) AS first, max(published_at) AS last
                          FROM release WHERE state = 'PUBLISHED') AS span,
                       LATERAL generate_series(release_quarter(%s), release_quarter(span.first), -1) AS quarter,
                       LATERAL (SELECT %s FROM release
                                 WHERE %s %s
                                 ORDER BY published_at + interval '0' DESC, id DESC) AS found
                 LIMIT :limit
                """.formatted(last, Clippings.MARK, criteria.inQuarter(), hidden(before)));
    }

    /** Materialized, lest the order be walked instead of the index with the words. */
    private List<Release> searched(Criteria criteria, int limit, @Nullable Before before, Window window) {
        var sql = """
                WITH matching AS MATERIALIZED (
                     SELECT id, published_at FROM release WHERE %s %s %s)
                SELECT %s
                  FROM (SELECT id FROM matching ORDER BY published_at DESC, id DESC LIMIT :limit) AS newest
                  JOIN release USING (id)
                 ORDER BY published_at DESC, id DESC
                """.formatted(criteria.sql(), hidden(before), window.sql(), Clippings.MARK);
        return list(criteria, limit, before, sql, window.parameters());
    }

    /** One behind the other. */
    private List<Window> windows(@Nullable Before before) {
        var edge = edge(before);
        if (edge.isEmpty()) {
            return List.of(new Window(null, END));
        }
        var first = edge.get().first();
        var second = first.minus(Duration.between(first, edge.get().last()).multipliedBy(WIDENING));
        return List.of(
                new Window(first, edge.get().last().plus(1, ChronoUnit.MICROS)),
                new Window(second, first),
                new Window(null, second));
    }

    private record Edge(Instant first, Instant last) {}

    /** Where the first window begins and ends; empty where fewer releases are left. */
    private Optional<Edge> edge(@Nullable Before before) {
        var sql = """
                SELECT min(published_at) AS first, max(published_at) AS last
                  FROM (SELECT published_at FROM release
                         WHERE state = 'PUBLISHED' %s
                         ORDER BY published_at DESC, id DESC
                         LIMIT %d) AS span
                HAVING count(*) = %2$d
                """.formatted(after(before, "id"), WINDOW);
        return jdbc.sql(sql)
                .params(position(before))
                .query((row, number) -> new Edge(
                        row.getObject("first", OffsetDateTime.class).toInstant(),
                        row.getObject("last", OffsetDateTime.class).toInstant()))
                .optional();
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

    private static String hidden(@Nullable Before before) {
        return before == null ? "" : "AND (published_at + interval '0', id) < (:publishedAt, :id)";
    }

    private static Map<String, Object> position(@Nullable Before before) {
        return before == null
                ? Map.of()
                : Map.of("publishedAt", before.publishedAt().atOffset(ZoneOffset.UTC), "id", before.id());
    }
}
