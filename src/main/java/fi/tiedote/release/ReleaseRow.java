package fi.tiedote.release;

import fi.tiedote.city.Language;
import java.net.URI;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads a row of {@code release}. */
record ReleaseRow(JsonMapper json) implements RowMapper<Release> {
    /** What is read, and no more: the words that searches find it by are as long as its text. */
    static final String COLUMNS = """
            release.id, release.uuid, release.content_id, release.source, release.url, release.language, release.title,
            release.lead, release.body_html, release.published_at, release.updated_at, release.state,
            release.embargo_until, release.topics, release.areas, release.contacts, release.attachments, release.place,
            release.version""";

    @Override
    public Release mapRow(ResultSet row, int number) throws SQLException {
        return new Release(
                row.getLong("id"),
                row.getObject("uuid", UUID.class),
                row.getObject("content_id", UUID.class),
                row.getString("source"),
                uri(row.getString("url")),
                Language.of(row.getString("language")).orElseThrow(),
                row.getString("title"),
                row.getString("lead"),
                row.getString("body_html"),
                instant(row, "published_at"),
                instant(row, "updated_at"),
                State.valueOf(row.getString("state")),
                moment(row, "embargo_until"),
                strings(row.getArray("topics")),
                strings(row.getArray("areas")),
                json.readValue(row.getString("contacts"), new TypeReference<List<Contact>>() {}),
                json.readValue(row.getString("attachments"), new TypeReference<List<Attachment>>() {}),
                row.getLong("place"),
                row.getInt("version"));
    }

    private static @Nullable URI uri(@Nullable String text) {
        return text == null ? null : URI.create(text);
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static List<String> strings(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
