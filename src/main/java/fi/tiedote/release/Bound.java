package fi.tiedote.release;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Drafts as the parameters of a statement. */
class Bound {
    private Bound() {}

    static Map<String, @Nullable Object> manuscript(Manuscript manuscript, JsonMapper json, Instant now) {
        var draft = manuscript.draft();
        var content = manuscript.content();
        var bound = new HashMap<String, @Nullable Object>();
        bound.put("source", draft.source());
        bound.put("item", draft.item());
        bound.put("content", draft.content());
        bound.put("language", draft.language().code());
        bound.put("dictionary", Dictionary.of(draft.language()));
        bound.put("url", draft.url() == null ? null : draft.url().toString());
        bound.put("publishedAt", moment(manuscript.publishedAt(now)));
        bound.put("updatedAt", moment(draft.updatedAt() == null ? now : draft.updatedAt()));
        bound.put("embargoUntil", moment(draft.embargoUntil()));
        bound.put("address", manuscript.address().orElse(null));
        bound.put("translations", Versions.addresses(draft.translations()));
        bound.put("marks", manuscript.marks().toArray(String[]::new));
        bound.put("doubt", draft.doubt());
        bound.put("topics", draft.topics().toArray(String[]::new));
        bound.put("areas", draft.areas().toArray(String[]::new));
        bound.put("title", content.title());
        bound.put("lead", content.lead());
        bound.put("body", content.bodyHtml());
        bound.put("text", manuscript.text());
        bound.put("contacts", json.writeValueAsString(content.contacts()));
        bound.put("attachments", json.writeValueAsString(content.attachments()));
        bound.put("fingerprint", content.fingerprint());
        return bound;
    }

    static Map<String, Object> items(List<Known.Item> items) {
        return Map.of(
                "sources", items.stream().map(Known.Item::source).toArray(String[]::new),
                "items", items.stream().map(Known.Item::item).toArray(String[]::new),
                "languages", items.stream().map(Known.Item::language).toArray(String[]::new));
    }

    static Known.Item item(ResultSet row) throws SQLException {
        return new Known.Item(row.getString("source"), row.getString("item"), row.getString("language"));
    }

    private static @Nullable OffsetDateTime moment(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
