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

    /** Keeps other drafts of the same content waiting until the transaction ends. */
    void lock(Draft draft) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:key, 0))")
                .param("key", draft.source() + '\n' + draft.content())
                .query((result, number) -> number)
                .list();
    }

    Stored stored(long id) {
        return jdbc.sql("""
                SELECT id, fingerprint, state, topics, areas, embargo_until, doubt, translations FROM release WHERE id = :id
                """).param("id", id).query(Stored.MAPPER).single();
    }

    Sightings sightings() {
        return new Sightings(jdbc);
    }

    Versions versions() {
        return new Versions(jdbc);
    }

    /** Where its source shows its other language versions may change while its text does not. */
    void link(long id, Draft draft) {
        jdbc.sql("UPDATE release SET translations = :translations WHERE id = :id")
                .param("translations", Versions.addresses(draft.translations()))
                .param("id", id)
                .update();
    }

    Optional<Stored> stored(Draft draft) {
        return jdbc.sql("""
                SELECT id, fingerprint, state, topics, areas, embargo_until, doubt, translations FROM release
                 WHERE source = :source AND item = :item AND language = :language
                """)
                .param("source", draft.source())
                .param("item", draft.item())
                .param("language", draft.language().code())
                .query(Stored.MAPPER)
                .optional();
    }

    long insert(Draft draft, Content content, Instant now) {
        var id = jdbc.sql("""
                INSERT INTO release (content_id, source, item, content, language, url, address, translations,
                                     marks, title, lead, body_html,
                                     published_at, updated_at, embargo_until, doubt, state, announced, topics, areas,
                                     contacts, attachments, fingerprint, words)
                VALUES (COALESCE((SELECT content_id FROM release
                                   WHERE source = :source AND content = :content LIMIT 1), gen_random_uuid()),
                        :source, :item, :content, :language, :url, :address, :translations, :marks, :title, :lead, :body, :publishedAt, :updatedAt,
                        :embargoUntil, :doubt, :state, :announced, :topics, :areas, :contacts::jsonb, :attachments::jsonb,
                        :fingerprint,
                        setweight(to_tsvector(:dictionary::regconfig, :title), 'A')
                     || setweight(to_tsvector(:dictionary::regconfig, :lead), 'B')
                     || to_tsvector(:dictionary::regconfig, :text))
                RETURNING id
                """)
                .params(Bound.draft(draft, content, json, now))
                .param("state", draft.stateAt(now).name())
                .param("announced", draft.announced())
                .query(Long.class)
                .single();
        Matches.keep(jdbc, id, draft.matches());
        return id;
    }

    /** Files the version that was, then writes the correction over it; id, place and publication date stay. */
    void correct(long id, Draft draft, Content content, Instant now) {
        jdbc.sql("""
                INSERT INTO release_version (release_id, version, title, lead, body_html, updated_at, published)
                SELECT id, version, title, lead, body_html, updated_at, state = 'PUBLISHED' FROM release WHERE id = :id
                """).param("id", id).update();
        jdbc.sql("""
                UPDATE release
                   SET url = :url, address = :address, translations = :translations, marks = :marks, title = :title, lead = :lead, body_html = :body, updated_at = :updatedAt,
                       topics = :topics, areas = :areas, contacts = :contacts::jsonb,
                       attachments = :attachments::jsonb, fingerprint = :fingerprint, version = version + 1,
                       words = setweight(to_tsvector(:dictionary::regconfig, :title), 'A')
                            || setweight(to_tsvector(:dictionary::regconfig, :lead), 'B')
                            || to_tsvector(:dictionary::regconfig, :text)
                 WHERE id = :id
                """)
                .params(Bound.draft(draft, content, json, now))
                .param("id", id)
                .update();
        Matches.keep(jdbc, id, draft.matches());
    }

    /** One that is not published yet waits for another moment, or for somebody to look. */
    void postpone(long id, Draft draft, Instant now) {
        jdbc.sql("""
                UPDATE release SET state = :state, embargo_until = :embargoUntil, doubt = :doubt
                 WHERE id = :id AND state IN ('HELD', 'EMBARGOED')
                """)
                .param("id", id)
                .param("state", (draft.stateAt(now) == State.HELD ? State.HELD : State.EMBARGOED).name())
                .param(
                        "embargoUntil",
                        draft.embargoUntil() == null
                                ? null
                                : draft.embargoUntil().atOffset(ZoneOffset.UTC))
                .param("doubt", draft.doubt())
                .update();
    }

    /** What rules say of it may change while its text does not. */
    void sort(long id, Draft draft) {
        jdbc.sql("UPDATE release SET topics = :topics, areas = :areas WHERE id = :id")
                .param("topics", draft.topics().toArray(String[]::new))
                .param("areas", draft.areas().toArray(String[]::new))
                .param("id", id)
                .update();
        Matches.keep(jdbc, id, draft.matches());
    }

    /**
     * The next place in the sequence; whoever publishes after us waits for our commit. What was under an embargo was
     * published when that ended.
     */
    void place(long id, Instant now) {
        jdbc.sql("""
                WITH next AS (UPDATE release_place SET last = last + 1 RETURNING last)
                UPDATE release
                   SET place = next.last, state = 'PUBLISHED',
                       published_at = CASE WHEN state = 'EMBARGOED' THEN LEAST(embargo_until, :now) ELSE published_at END,
                       updated_at = CASE WHEN state = 'EMBARGOED' THEN LEAST(embargo_until, :now) ELSE updated_at END
                  FROM next
                 WHERE id = :id
                """).param("id", id).param("now", now.atOffset(ZoneOffset.UTC)).update();
    }

    List<Long> embargoesThatEnded(Instant now, int limit) {
        return jdbc.sql("""
                SELECT id FROM release WHERE state = 'EMBARGOED' AND embargo_until <= :now
                 ORDER BY embargo_until, id LIMIT :limit FOR UPDATE SKIP LOCKED
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query(Long.class)
                .list();
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

    boolean withdraw(long id, Instant now) {
        return jdbc.sql(
                                "UPDATE release SET state = 'WITHDRAWN', updated_at = :now WHERE id = :id AND state <> 'WITHDRAWN'")
                        .param("id", id)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Tells all nodes that an embargo may end earlier than they know. */
    void tellEmbargo(long id) {
        jdbc.sql("SELECT pg_notify('embargo', :id)")
                .param("id", Long.toString(id))
                .query((result, number) -> id)
                .list();
    }

    /** Tells all nodes, when the transaction commits. */
    void tell(long id) {
        jdbc.sql("SELECT pg_notify('release', :id)")
                .param("id", Long.toString(id))
                .query((result, number) -> id)
                .list();
    }
}
