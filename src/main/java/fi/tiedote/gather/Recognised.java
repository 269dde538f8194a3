package fi.tiedote.gather;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Remembers what sources without a kind were found to be. */
@Repository
class Recognised {
    private final JdbcClient jdbc;

    Recognised(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Lead> lead(SourceSettings source) {
        return jdbc.sql("SELECT kind, url FROM source_recognised WHERE source = :source AND address = :address")
                .param("source", source.key())
                .param("address", source.address())
                .query(Lead.class)
                .optional();
    }

    void remember(SourceSettings source, Lead lead) {
        jdbc.sql("""
                INSERT INTO source_recognised (source, address, kind, url) VALUES (:source, :address, :kind, :url)
                ON CONFLICT (source) DO UPDATE
                   SET address = excluded.address, kind = excluded.kind, url = excluded.url
                """)
                .param("source", source.key())
                .param("address", source.address())
                .param("kind", lead.kind().name())
                .param("url", lead.url().toString())
                .update();
    }
}
