package fi.tiedote.release;

import fi.tiedote.city.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Finds releases by what they are about and where they came from, and what they said before. */
@Repository
public class Catalogue {
    private final JdbcClient jdbc;
    private final ReleaseRow row;
    private final Newest newest;

    public Catalogue(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.row = new ReleaseRow(json);
        this.newest = new Newest(jdbc, json);
    }

    /** The published releases, newest first. */
    public List<Release> latest(Scope scope, int limit) {
        return newest.of(scope, limit, null);
    }

    /** One page of {@link #latest(Scope, int)}. */
    public List<Release> latest(Scope scope, int limit, Before before) {
        return newest.of(scope, limit, before);
    }

    /** One page of those published at a moment or later, newest first. */
    public List<Release> since(Scope scope, Instant moment, int limit, Before before) {
        var criteria = Criteria.of(State.PUBLISHED, scope);
        return jdbc.sql("""
                SELECT %s FROM release
                 WHERE %s
                   AND (published_at, id) < (:publishedAt, :id) AND published_at >= :since
                 ORDER BY published_at DESC, id DESC
                 LIMIT :limit
                """.formatted(ReleaseRow.COLUMNS, criteria.sql()))
                .params(criteria.parameters())
                .param("publishedAt", before.publishedAt().atOffset(ZoneOffset.UTC))
                .param("id", before.id())
                .param("since", moment.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query(row)
                .list();
    }

    /** The months of a zone in which something was published, newest first. Costs one look into an index for each. */
    public List<YearMonth> months(Collection<Language> languages, ZoneId zone) {
        return jdbc
                .sql("""
                WITH RECURSIVE month AS (
                    SELECT date_trunc('month', max(published_at) AT TIME ZONE :zone) AS start
                      FROM release WHERE state = 'PUBLISHED' AND language = ANY (:languages)
                    UNION ALL
                    SELECT (SELECT date_trunc('month', max(published_at) AT TIME ZONE :zone)
                              FROM release
                             WHERE state = 'PUBLISHED' AND language = ANY (:languages)
                               AND published_at < month.start AT TIME ZONE :zone)
                      FROM month WHERE month.start IS NOT NULL)
                SELECT to_char(start, 'YYYY-MM') FROM month WHERE start IS NOT NULL LIMIT 2400
                """)
                .param("zone", zone.getId())
                .param("languages", languages.stream().map(Language::code).toArray(String[]::new))
                .query(String.class)
                .list()
                .stream()
                .map(YearMonth::parse)
                .toList();
    }

    /** Those that were published once and are no longer, last withdrawn first. */
    public List<Release> withdrawn(Scope scope, int limit) {
        var criteria = Criteria.of(State.WITHDRAWN, scope);
        return jdbc.sql("""
                SELECT %s FROM release
                 WHERE %s
                   AND place IS NOT NULL
                 ORDER BY updated_at DESC, id DESC
                 LIMIT :limit
                """.formatted(ReleaseRow.COLUMNS, criteria.sql()))
                .params(criteria.parameters())
                .param("limit", limit)
                .query(row)
                .list();
    }

    /** Those whose moment has not come, the next first. They are for accredited journalists only. */
    public List<Release> embargoed(Scope scope, int limit) {
        var criteria = Criteria.of(State.EMBARGOED, scope);
        return jdbc.sql("""
                SELECT %s FROM release
                 WHERE %s
                 ORDER BY embargo_until, id
                 LIMIT :limit
                """.formatted(ReleaseRow.COLUMNS, criteria.sql()))
                .params(criteria.parameters())
                .param("limit", limit)
                .query(row)
                .list();
    }

    /** Keys of all sources that something published came from. Costs one look into an index for each. */
    public List<String> sources() {
        return jdbc.sql("""
                WITH RECURSIVE known AS (
                    SELECT min(source) AS source FROM release WHERE state = 'PUBLISHED'
                    UNION ALL
                    SELECT (SELECT min(source) FROM release WHERE state = 'PUBLISHED' AND source > known.source)
                      FROM known WHERE known.source IS NOT NULL)
                SELECT source FROM known WHERE source IS NOT NULL
                """).query(String.class).list();
    }

    /** What a release said while the public could read it, the newest first; its present text is not among them. */
    public List<Version> earlierVersions(long id, int limit) {
        return jdbc.sql("""
                SELECT version, title, lead, body_html, updated_at FROM release_version
                 WHERE release_id = :id AND published
                 ORDER BY version DESC
                 LIMIT :limit
                """)
                .param("id", id)
                .param("limit", limit)
                .query(Catalogue::version)
                .list();
    }

    private static Version version(ResultSet row, int number) throws SQLException {
        return new Version(
                row.getInt("version"),
                row.getString("title"),
                row.getString("lead"),
                row.getString("body_html"),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }
}
