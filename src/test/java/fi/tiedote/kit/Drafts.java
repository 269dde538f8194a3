package fi.tiedote.kit;

import fi.tiedote.city.Language;
import fi.tiedote.release.Attachment;
import fi.tiedote.release.Contact;
import fi.tiedote.release.Draft;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Drafts for tests, each differing from a plain one in what the test is about. */
public class Drafts {
    private Drafts() {}

    public static Draft plain(String item) {
        return of(
                item,
                item,
                Language.FI,
                "Otsikko " + item,
                "<p>Uimahalli avataan maanantaina.</p>",
                Set.of("liikunta"));
    }

    public static Draft of(
            String item, String content, Language language, String title, String body, Set<String> topics) {
        return new Draft(
                "inbox",
                item,
                content,
                language,
                null,
                title,
                "",
                body,
                Instant.parse("2026-11-20T08:00:00Z"),
                null,
                null,
                topics,
                Set.of("keskusta"),
                List.of(new Contact(
                        "Aino Esimerkki", "rehtori", "Esimerkkilän kaupunki", "040 000 0001", "aino@example.org")),
                List.of(),
                true);
    }

    public static Draft unannounced(Draft draft) {
        return with(draft, draft.embargoUntil(), false, draft.attachments());
    }

    public static Draft embargoed(Draft draft, Instant until) {
        return with(draft, until, draft.announced(), draft.attachments());
    }

    public static Draft with(Draft draft, Attachment... attachments) {
        return with(draft, draft.embargoUntil(), draft.announced(), List.of(attachments));
    }

    private static Draft with(
            Draft draft,
            @org.jspecify.annotations.Nullable Instant embargo,
            boolean announced,
            List<Attachment> attachments) {
        return new Draft(
                draft.source(),
                draft.item(),
                draft.content(),
                draft.language(),
                draft.url(),
                draft.title(),
                draft.lead(),
                draft.bodyHtml(),
                draft.publishedAt(),
                draft.updatedAt(),
                embargo,
                draft.topics(),
                draft.areas(),
                draft.contacts(),
                attachments,
                announced);
    }
}
