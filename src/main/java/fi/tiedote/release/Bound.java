package fi.tiedote.release;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import tools.jackson.databind.json.JsonMapper;

/** A draft as the parameters of a statement. */
class Bound {
    private Bound() {}

    static StatementSpec draft(StatementSpec statement, Draft draft, Content content, JsonMapper json, Instant now) {
        var publishedAt = draft.publishedAt() == null ? now : draft.publishedAt();
        return content(statement, content, json)
                .param("source", draft.source())
                .param("item", draft.item())
                .param("content", draft.content())
                .param("language", draft.language().code())
                .param("dictionary", dictionary(draft))
                .param("url", draft.url() == null ? null : draft.url().toString())
                .param("publishedAt", publishedAt.atOffset(ZoneOffset.UTC))
                .param("updatedAt", moment(draft.updatedAt() == null ? now : draft.updatedAt()))
                .param("embargoUntil", moment(draft.embargoUntil()))
                .param("topics", draft.topics().toArray(String[]::new))
                .param("areas", draft.areas().toArray(String[]::new));
    }

    private static StatementSpec content(StatementSpec statement, Content content, JsonMapper json) {
        return statement
                .param("title", content.title())
                .param("lead", content.lead())
                .param("body", content.bodyHtml())
                .param("text", content.bodyText())
                .param("contacts", json.writeValueAsString(content.contacts()))
                .param("attachments", json.writeValueAsString(content.attachments()))
                .param("fingerprint", content.fingerprint());
    }

    private static @Nullable OffsetDateTime moment(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static String dictionary(Draft draft) {
        return switch (draft.language()) {
            case FI -> "finnish";
            case SV -> "swedish";
            case EN -> "english";
        };
    }
}
