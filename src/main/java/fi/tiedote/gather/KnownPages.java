package fi.tiedote.gather;

import fi.tiedote.reading.Row;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is known of the pages that lists have named. */
@Repository
class KnownPages {
    private final JdbcClient jdbc;

    KnownPages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Backlog of(String source) {
        return new Pages(source);
    }

    private class Pages implements Backlog {
        private final String source;

        Pages(String source) {
            this.source = source;
        }

        @Override
        public int add(List<Row> rows, Instant now) {
            var before = size();
            rows.forEach(row -> add(row, now));
            return size() - before;
        }

        private void add(Row row, Instant now) {
            jdbc.sql("""
                    INSERT INTO source_page AS known (source, url, stamp, title, lead, moment, found_at, due_at)
                    VALUES (:source, :url, :stamp, :title, :lead, :moment, :now, :now)
                    ON CONFLICT (source, url) DO UPDATE
                       SET stamp = excluded.stamp, title = excluded.title, lead = excluded.lead,
                           moment = excluded.moment, due_at = excluded.due_at, failures = 0
                     WHERE known.stamp <> excluded.stamp
                    """)
                    .param("source", source)
                    .param("url", row.url().toString())
                    .param("stamp", row.stamp())
                    .param("title", row.title())
                    .param("lead", row.lead())
                    .param("moment", at(row.moment()), Types.TIMESTAMP_WITH_TIMEZONE)
                    .param("now", at(now))
                    .update();
        }

        @Override
        public int size() {
            return jdbc.sql("SELECT count(*) FROM source_page WHERE source = :source")
                    .param("source", source)
                    .query(Integer.class)
                    .single();
        }

        @Override
        public boolean hasUnread() {
            return jdbc.sql("""
                    SELECT EXISTS (SELECT 1 FROM source_page
                                    WHERE source = :source AND read_at IS NULL AND due_at IS NOT NULL AND failures < 3)
                    """).param("source", source).query(Boolean.class).single();
        }

        @Override
        public List<DuePage> due(Instant now, int most) {
            return jdbc.sql("""
                    SELECT url, title, lead, moment, stamp, etag, last_modified, read_at, failures FROM source_page
                     WHERE source = :source AND due_at <= :now
                     ORDER BY read_at IS NOT NULL, moment DESC NULLS LAST, found_at, url
                     LIMIT :most
                    """)
                    .param("source", source)
                    .param("now", at(now))
                    .param("most", most)
                    .query(DuePage.class)
                    .list();
        }

        @Override
        public void read(DuePage page, Outcome.Validators validators, @Nullable Instant moment, Checked checked) {
            jdbc.sql("""
                    UPDATE source_page
                       SET etag = :etag, last_modified = :lastModified, moment = COALESCE(moment, :moment),
                           read_at = :now, due_at = :again, failures = 0
                     WHERE source = :source AND url = :url AND stamp = :stamp
                    """)
                    .param("etag", validators.etag())
                    .param("lastModified", validators.lastModified())
                    .param("moment", at(moment), Types.TIMESTAMP_WITH_TIMEZONE)
                    .param("now", at(checked.at()))
                    .param("again", at(checked.again()), Types.TIMESTAMP_WITH_TIMEZONE)
                    .param("source", source)
                    .param("url", page.url().toString())
                    .param("stamp", page.stamp())
                    .update();
        }

        @Override
        public void failed(DuePage page, @Nullable Instant again) {
            jdbc.sql("""
                    UPDATE source_page SET failures = failures + 1, due_at = :again
                     WHERE source = :source AND url = :url AND stamp = :stamp
                    """)
                    .param("again", at(again), Types.TIMESTAMP_WITH_TIMEZONE)
                    .param("source", source)
                    .param("url", page.url().toString())
                    .param("stamp", page.stamp())
                    .update();
        }

        @Override
        public void postpone(DuePage page, Instant again) {
            jdbc.sql("UPDATE source_page SET due_at = :again WHERE source = :source AND url = :url AND stamp = :stamp")
                    .param("again", at(again), Types.TIMESTAMP_WITH_TIMEZONE)
                    .param("source", source)
                    .param("url", page.url().toString())
                    .param("stamp", page.stamp())
                    .update();
        }

        @Override
        public void reopen(Instant now, int most) {
            jdbc.sql("""
                    UPDATE source_page SET due_at = :now, etag = NULL, last_modified = NULL
                     WHERE source = :source AND url IN (SELECT url FROM source_page
                                                         WHERE source = :source AND read_at IS NOT NULL
                                                         ORDER BY moment DESC NULLS LAST, found_at DESC LIMIT :most)
                    """)
                    .param("now", at(now))
                    .param("source", source)
                    .param("most", most)
                    .update();
        }
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
