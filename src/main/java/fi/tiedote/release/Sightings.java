package fi.tiedote.release;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where releases were seen besides the place that they were taken from, and by what they are recognised there. */
@Repository
class Sightings {
    /** How far apart two sources may date one release. */
    private static final Duration NEAR = Duration.ofDays(7);
    /** Of each band the newest only: a look stays short however many texts are alike. */
    private static final int MOST_PER_BAND = 8;

    private final JdbcClient jdbc;

    Sightings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Keeps those waiting until the transaction ends that might be one with these: two sources cannot both be first. Texts
     * that are alike share a band; in one order, so that nobody waits in a ring.
     */
    void lock(List<Manuscript> manuscripts) {
        jdbc.sql("""
                SELECT pg_advisory_xact_lock(key)
                  FROM (SELECT unnest(:bands::bigint[]) AS key
                         UNION
                        SELECT hashtextextended(address, 0) FROM unnest(:addresses::text[]) AS address
                         ORDER BY key) AS ordered
                """)
                .param(
                        "bands",
                        manuscripts.stream()
                                .flatMap(manuscript -> Stream.of(manuscript.bands()))
                                .toArray(Long[]::new))
                .param(
                        "addresses",
                        manuscripts.stream()
                                .flatMap(manuscript -> manuscript.address().stream())
                                .map(address -> "address\n" + address)
                                .toArray(String[]::new))
                .query((result, number) -> number)
                .list();
    }

    /** The releases that items were found to be; only those that there are. */
    Map<Known.Item, Long> find(List<Known.Item> items) {
        return jdbc
                .sql("""
                SELECT release_id, source, item, language
                  FROM unnest(:sources::text[], :items::text[], :languages::text[]) AS given (source, item, language)
                  JOIN release_sighting USING (source, item, language)
                """)
                .params(Bound.items(items))
                .query((row, number) -> Map.entry(Bound.item(row), row.getLong("release_id")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, same) -> one));
    }

    void add(long releaseId, Draft draft, Instant now) {
        jdbc.sql("""
                INSERT INTO release_sighting (source, item, language, release_id, url, first_seen_at)
                VALUES (:source, :item, :language, :release, :url, :now)
                ON CONFLICT DO NOTHING
                """)
                .param("source", draft.source())
                .param("item", draft.item())
                .param("language", draft.language().code())
                .param("release", releaseId)
                .param("url", draft.url() == null ? null : draft.url().toString())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** In any state: what was withdrawn shall not come back by another source. At most two, which is one too many. */
    List<Twin> at(String address, String language) {
        return jdbc.sql("""
                SELECT id, source, title, body_html, published_at FROM release
                 WHERE address = :address AND language = :language
                 LIMIT 2
                """)
                .param("address", address)
                .param("language", language)
                .query(Twin.class)
                .list();
    }

    /** Those whose text may be nearly the same. */
    List<Twin> like(Manuscript manuscript, Instant published) {
        return jdbc.sql("""
                SELECT id, source, title, body_html, published_at
                  FROM release
                 WHERE id IN (SELECT found.release_id
                                FROM unnest(:bands::bigint[]) AS given (band)
                               CROSS JOIN LATERAL (SELECT release_id FROM release_band
                                                    WHERE release_band.band = given.band
                                                      AND published_at BETWEEN :from AND :to
                                                    ORDER BY published_at DESC
                                                    LIMIT :limit) AS found)
                """)
                .param("bands", manuscript.bands())
                .param("from", at(published.minus(NEAR)))
                .param("to", at(published.plus(NEAR)))
                .param("limit", MOST_PER_BAND)
                .query(Twin.class)
                .list();
    }

    void remember(long releaseId, Manuscript manuscript, Instant published) {
        jdbc.sql("""
                INSERT INTO release_band (band, published_at, release_id)
                SELECT band, :published, :release FROM unnest(:bands::bigint[]) AS given (band)
                ON CONFLICT DO NOTHING
                """)
                .param("bands", manuscript.bands())
                .param("published", at(published))
                .param("release", releaseId)
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
