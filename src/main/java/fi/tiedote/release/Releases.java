package fi.tiedote.release;

import fi.tiedote.city.Language;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The releases that are kept. */
@Repository
public class Releases {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final ReleaseRow row;
    private final Newest newest;

    public Releases(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
        this.row = new ReleaseRow(json);
        this.newest = new Newest(jdbc, json);
    }

    /** In any state: what is not published must not be shown. */
    public Optional<Release> find(long id) {
        return jdbc.sql("SELECT " + ReleaseRow.COLUMNS + " FROM release WHERE id = :id")
                .param("id", id)
                .query(row)
                .optional();
    }

    /** The published versions of one release, in the order of the languages. */
    public List<Release> languageVersions(UUID contentId) {
        return jdbc.sql("""
                SELECT %s FROM release
                 WHERE content_id = :content AND state = 'PUBLISHED'
                 ORDER BY array_position(ARRAY['fi', 'sv', 'en'], language), id
                """.formatted(ReleaseRow.COLUMNS))
                .param("content", contentId)
                .query(row)
                .list();
    }

    /** The published versions of several releases, those of one release in the order of the languages. */
    public List<LanguageVersion> versionsOf(Collection<UUID> contentIds) {
        return jdbc.sql("""
                SELECT id, uuid, content_id, language, title FROM release
                 WHERE content_id = ANY (:contents) AND state = 'PUBLISHED'
                 ORDER BY array_position(ARRAY['fi', 'sv', 'en'], language), id
                """)
                .param("contents", contentIds.toArray(UUID[]::new))
                .query((version, number) -> new LanguageVersion(
                        version.getLong("id"),
                        version.getObject("uuid", UUID.class),
                        version.getObject("content_id", UUID.class),
                        Language.of(version.getString("language")).orElseThrow(),
                        version.getString("title")))
                .list();
    }

    /** In any state, in no order; those that there are. */
    public List<Release> all(Collection<Long> ids) {
        return jdbc.sql("SELECT " + ReleaseRow.COLUMNS + " FROM release WHERE id = ANY (:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .query(row)
                .list();
    }

    /** The published releases of a selection, newest first. */
    public List<Release> latest(Selection selection, int limit) {
        return newest.of(Scope.of(selection), limit, null);
    }

    /** One page of {@link #latest(Selection, int)}. */
    public List<Release> latest(Selection selection, int limit, Before before) {
        return newest.of(Scope.of(selection), limit, before);
    }

    /** The releases of a selection that people may get mail about, by place: those after one place, up to another. */
    public List<Release> announced(Selection selection, long after, long upTo, int limit) {
        var criteria = Criteria.of(selection);
        return jdbc.sql("""
                SELECT %s FROM release
                 WHERE %s
                   AND announced AND place > :after AND place <= :upTo
                 ORDER BY place
                 LIMIT :limit
                """.formatted(ReleaseRow.COLUMNS, criteria.sql()))
                .params(criteria.parameters())
                .param("after", after)
                .param("upTo", upTo)
                .param("limit", limit)
                .query(row)
                .list();
    }

    /** Which of the word searches find a release. */
    public Set<String> found(long id, Collection<String> searches) {
        return Set.copyOf(jdbc.sql("""
                SELECT search
                  FROM release, unnest(:searches) AS search
                 WHERE id = :id
                   AND words @@ websearch_to_tsquery(
                         CASE language WHEN 'fi' THEN 'finnish' WHEN 'sv' THEN 'swedish' ELSE 'english' END::regconfig,
                         search)
                """)
                .param("id", id)
                .param("searches", searches.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    /** The place that was given out last; what is published later lies after it. */
    public long lastPlace() {
        return jdbc.sql("SELECT last FROM release_place").query(Long.class).single();
    }

    Filing filing() {
        return new Filing(jdbc, json);
    }

    /** When the next embargo ends, of those that end up to a moment. */
    Optional<Instant> nextEmbargo(Instant upTo) {
        return jdbc.sql("""
                SELECT embargo_until FROM release WHERE state = 'EMBARGOED' AND embargo_until <= :upTo
                 ORDER BY embargo_until LIMIT 1
                """)
                .param("upTo", upTo.atOffset(ZoneOffset.UTC))
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }
}
