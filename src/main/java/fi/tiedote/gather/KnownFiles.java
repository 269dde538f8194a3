package fi.tiedote.gather;

import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is known of the files of folders, so that unchanged ones are not read again. */
@Repository
class KnownFiles {
    private final JdbcClient jdbc;

    KnownFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By path. */
    Map<String, KnownFile> among(String source, Collection<Sighting> sightings) {
        return jdbc
                .sql("""
                SELECT path, bytes, modified_at, fingerprint, problem FROM source_file
                 WHERE source = :source AND path = ANY (:paths)
                """)
                .param("source", source)
                .param("paths", sightings.stream().map(Sighting::name).toArray(String[]::new))
                .query(KnownFile.class)
                .list()
                .stream()
                .collect(Collectors.toMap(KnownFile::path, Function.identity()));
    }

    void remember(String source, Sighting sighting, @Nullable String fingerprint, @Nullable String problem) {
        jdbc.sql("""
                INSERT INTO source_file (source, path, bytes, modified_at, fingerprint, problem)
                VALUES (:source, :path, :bytes, :modifiedAt, :fingerprint, :problem)
                ON CONFLICT (source, path) DO UPDATE
                   SET bytes = excluded.bytes, modified_at = excluded.modified_at, fingerprint = excluded.fingerprint,
                       problem = excluded.problem
                """)
                .param("source", source)
                .param("path", sighting.name())
                .param("bytes", sighting.bytes())
                .param(
                        "modifiedAt",
                        sighting.modified().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
                .param("fingerprint", fingerprint)
                .param("problem", problem)
                .update();
    }
}
