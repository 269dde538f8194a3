package fi.tiedote.release;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A draft as the parameters of a statement. */
class Bound {
    private Bound() {}

    static Map<String, @Nullable Object> draft(Draft draft, Content content, JsonMapper json, Instant now) {
        var bound = new HashMap<String, @Nullable Object>();
        bound.put("source", draft.source());
        bound.put("item", draft.item());
        bound.put("content", draft.content());
        bound.put("language", draft.language().code());
        bound.put("dictionary", Dictionary.of(draft.language()));
        bound.put("url", draft.url() == null ? null : draft.url().toString());
        bound.put("publishedAt", moment(draft.publishedAt() == null ? now : draft.publishedAt()));
        bound.put("updatedAt", moment(draft.updatedAt() == null ? now : draft.updatedAt()));
        bound.put("embargoUntil", moment(draft.embargoUntil()));
        bound.put("address", Canonical.of(draft.url()).orElse(null));
        bound.put("translations", Versions.addresses(draft.translations()));
        bound.put("marks", Marks.of(content).toArray(String[]::new));
        bound.put("doubt", draft.doubt());
        bound.put("topics", draft.topics().toArray(String[]::new));
        bound.put("areas", draft.areas().toArray(String[]::new));
        bound.put("title", content.title());
        bound.put("lead", content.lead());
        bound.put("body", content.bodyHtml());
        bound.put("text", content.bodyText());
        bound.put("contacts", json.writeValueAsString(content.contacts()));
        bound.put("attachments", json.writeValueAsString(content.attachments()));
        bound.put("fingerprint", content.fingerprint());
        return bound;
    }

    private static @Nullable OffsetDateTime moment(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
