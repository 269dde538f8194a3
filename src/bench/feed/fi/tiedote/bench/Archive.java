package fi.tiedote.bench;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Sixteen years of releases, written by SQL. Words, topics, areas and sources are frequent, rare, seasonal, or long out of
 * use, so that no single order of reading is right for all.
 */
record Archive(JdbcClient jdbc) {
    private static final int BATCH = 50_000;

    private static final List<String> INDEXES = List.of("release_topics", "release_areas", "release_search");

    void fill(int releases) {
        var there = count();
        if (there >= releases) {
            return;
        }
        var definitions = jdbc.sql("SELECT indexdef FROM pg_indexes WHERE indexname = ANY (:names)")
                .param("names", INDEXES.toArray(String[]::new))
                .query(String.class)
                .list();
        INDEXES.forEach(index -> jdbc.sql("DROP INDEX IF EXISTS " + index).update());
        for (var first = there + 1; first <= releases; first += BATCH) {
            write(first, Math.min(releases, first + BATCH - 1), releases);
        }
        jdbc.sql("SET maintenance_work_mem = '256MB'").update();
        definitions.forEach(definition -> jdbc.sql(definition).update());
        jdbc.sql("UPDATE release_place SET last = (SELECT COALESCE(max(place), 0) FROM release)").update();
        jdbc.sql("VACUUM ANALYZE").update();
    }

    private long count() {
        return jdbc.sql("SELECT count(*) FROM release").query(Long.class).single();
    }

    private void write(long first, long last, int releases) {
        jdbc.sql("""
                INSERT INTO release (content_id, source, item, content, language, title, lead, body_html, published_at,
                                     updated_at, state, place, announced, topics, areas, contacts, attachments,
                                     fingerprint, words)
                SELECT md5('c' || i / 2)::uuid, source, 'i' || i, 'c' || i / 2, language, 'Tiedote ' || i,
                       left(body, 150), '<p>' || body || '</p>', at, at, 'PUBLISHED', i, false, topics, areas,
                       '[{"name":"Aino Esimerkki","title":"","organisation":"","telephone":"040 000 0001","email":""}]',
                       '[]', md5(i::text),
                       setweight(to_tsvector(dictionary, 'Tiedote ' || i), 'A') || to_tsvector(dictionary, body)
                  FROM (SELECT i, at, language, dictionary,
                               CASE WHEN i <= 500 THEN 'vanha' WHEN i % 100 = 0 THEN 's' || i / 100 % 40
                                    ELSE 'main' END AS source,
                               array_remove(ARRAY[
                                   CASE WHEN random() < 0.25 THEN 'culture' END,
                                   CASE WHEN random() < 0.05 THEN 'education' END,
                                   CASE WHEN random() < 0.01 THEN 'youth' END,
                                   CASE WHEN random() < 0.001 THEN 'traffic' END,
                                   CASE WHEN i % (:releases / 10)::int = 7 THEN 'environment' END,
                                   CASE WHEN i <= :releases / 5 AND i % 20 = 0 THEN 'water-and-energy' END,
                                   CASE WHEN i <= :releases * 0.7 AND i % 3 = 0 THEN 'economy' END], NULL) AS topics,
                               array_remove(ARRAY[
                                   CASE WHEN random() < 0.3 THEN 'city-centre' END,
                                   CASE WHEN random() < 0.01 THEN 'italaakso' END,
                                   CASE WHEN i <= :releases / 5 AND i % 40 = 0 THEN 'satama' END], NULL) AS areas,
                               concat_ws(' ', 'kaupunki',
                                   CASE WHEN i % 10 = 0 THEN 'kirjasto' END,
                                   CASE WHEN i % 100 = 3 THEN 'poikkeus' END,
                                   CASE WHEN i % (:releases / 10)::int = 9 THEN 'lumikenkä' END,
                                   CASE WHEN i <= :releases / 5 AND i % 20 = 0 THEN 'vappu' END,
                                   CASE WHEN extract(month FROM at) = 12 THEN 'joulu' END,
                                   (SELECT string_agg('sana' || floor(exp(random() * 10.8))::int, ' ')
                                      FROM generate_series(1, 80) WHERE i > 0)) AS body
                          FROM (SELECT i, timestamptz '2010-01-01' + i * (interval '6170 days' / :releases) AS at,
                                       CASE i % 10 WHEN 1 THEN 'en' WHEN 2 THEN 'sv' WHEN 3 THEN 'sv' WHEN 4 THEN 'sv'
                                                   ELSE 'fi' END AS language,
                                       (CASE i % 10 WHEN 1 THEN 'english' WHEN 2 THEN 'swedish' WHEN 3 THEN 'swedish'
                                                    WHEN 4 THEN 'swedish' ELSE 'finnish' END)::regconfig AS dictionary
                                  FROM generate_series(:first, :last) AS i) AS numbered) AS release
                """)
                .param("first", first)
                .param("last", last)
                .param("releases", (double) releases)
                .update();
    }
}
