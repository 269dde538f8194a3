package fi.tiedote.gather;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which mails have been looked at, and which release each of them was. */
@Repository
class KnownMails {
    private final JdbcClient jdbc;
    private final Clock clock;

    KnownMails(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether a later mail has taken its place. */
    boolean isCorrected(String source, String id, String item) {
        return jdbc.sql("""
                SELECT count(*) FROM mailbox_message AS mail
                  JOIN mailbox_message AS later USING (source, item)
                 WHERE mail.source = :source AND mail.message_id = :id AND mail.item = :item
                   AND later.read_at > mail.read_at
                """)
                        .param("source", source)
                        .param("id", id)
                        .param("item", item)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** The release that one of these mails was. */
    Optional<String> item(String source, Collection<String> ids, @Nullable String likeness) {
        return jdbc.sql("""
                SELECT item FROM mailbox_message
                 WHERE source = :source AND message_id = ANY (:ids) AND item IS NOT NULL
                   AND (:likeness::text IS NULL OR likeness = :likeness)
                 ORDER BY array_position(:ids, message_id)
                 LIMIT 1
                """)
                .param("source", source)
                .param("ids", ids.toArray(String[]::new))
                .param("likeness", likeness)
                .query(String.class)
                .optional();
    }

    void remember(String source, String id, @Nullable String item, String likeness) {
        jdbc.sql("""
                INSERT INTO mailbox_message (source, message_id, item, likeness, read_at)
                VALUES (:source, :id, :item, :likeness, :now)
                ON CONFLICT (source, message_id) DO NOTHING
                """)
                .param("source", source)
                .param("id", id)
                .param("item", item)
                .param("likeness", likeness)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
