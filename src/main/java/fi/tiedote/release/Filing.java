package fi.tiedote.release;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Writes releases; each method within the caller's transaction. */
@Repository
class Filing {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Sightings sightings;
    private final Versions versions;

    Filing(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
        this.sightings = new Sightings(jdbc);
        this.versions = new Versions(jdbc);
    }

    Sightings sightings() {
        return sightings;
    }

    Versions versions() {
        return versions;
    }

    /** Keeps other drafts of the same contents waiting until the transaction ends; in one order, so that nobody waits in a ring. */
    void lock(List<Manuscript> manuscripts) {
        jdbc.sql("""
                SELECT pg_advisory_xact_lock(key)
                  FROM (SELECT DISTINCT hashtextextended(content, 0) AS key FROM unnest(:contents::text[]) AS content
                         ORDER BY key) AS ordered
                """)
                .param(
                        "contents",
                        manuscripts.stream()
                                .map(Manuscript::draft)
                                .map(draft -> draft.source() + '\n' + draft.content())
                                .toArray(String[]::new))
                .query((result, number) -> number)
                .list();
    }

    /** @return only those that there are */
    Map<Known.Item, Stored> stored(List<Known.Item> items) {
        return jdbc
                .sql("""
                SELECT id, source, item, language, fingerprint, state, topics, areas, embargo_until, doubt, translations
                  FROM unnest(:sources::text[], :items::text[], :languages::text[]) AS given (source, item, language)
                  JOIN release USING (source, item, language)
                """)
                .params(Bound.items(items))
                .query((row, number) -> Map.entry(Bound.item(row), Stored.MAPPER.mapRow(row, number)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, same) -> one));
    }

    /** The source that brought it first. */
    String source(long id) {
        return jdbc.sql("SELECT source FROM release WHERE id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    Stored stored(long id) {
        return jdbc.sql("""
                SELECT id, fingerprint, state, topics, areas, embargo_until, doubt, translations FROM release WHERE id = :id
                """).param("id", id).query(Stored.MAPPER).single();
    }

    /** Where its source shows its other language versions may change while its text does not. */
    void link(long id, Draft draft) {
        jdbc.sql("UPDATE release SET translations = :translations WHERE id = :id")
                .param("translations", Versions.addresses(draft.translations()))
                .param("id", id)
                .update();
    }

    long insert(Manuscript manuscript, Instant now) {
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
                .params(Bound.manuscript(manuscript, json, now))
                .param("state", manuscript.draft().stateAt(now).name())
                .param("announced", manuscript.draft().announced())
                .query(Long.class)
                .single();
        Matches.add(jdbc, id, manuscript.draft().matches());
        return id;
    }

    /** Files the version that was, then writes the correction over it; id, place and publication date stay. */
    void correct(long id, Manuscript manuscript, Instant now) {
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
                .params(Bound.manuscript(manuscript, json, now))
                .param("id", id)
                .update();
        Matches.keep(jdbc, id, manuscript.draft().matches());
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
     * The next places in the sequence; whoever publishes after us waits for our commit, even where there are none. What
     * was under an embargo was published when that ended.
     */
    void place(List<Long> ids, Instant now) {
        jdbc.sql("""
                WITH next AS (UPDATE release_place SET last = last + :count RETURNING last)
                UPDATE release
                   SET place = next.last - :count + given.nth, state = 'PUBLISHED',
                       published_at = CASE WHEN state = 'EMBARGOED' THEN LEAST(embargo_until, :now) ELSE published_at END,
                       updated_at = CASE WHEN state = 'EMBARGOED' THEN LEAST(embargo_until, :now) ELSE updated_at END
                  FROM next, unnest(:ids::bigint[]) WITH ORDINALITY AS given (id, nth)
                 WHERE release.id = given.id
                """)
                .param("ids", ids.toArray(Long[]::new))
                .param("count", ids.size())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
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
    void tell(Collection<Long> ids) {
        if (!ids.isEmpty()) {
            jdbc.sql("SELECT pg_notify('release', id::text) FROM unnest(:ids::bigint[]) AS id")
                    .param("ids", ids.toArray(Long[]::new))
                    .query((result, number) -> number)
                    .list();
        }
    }
}
