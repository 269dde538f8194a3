package fi.tiedote.kit;

import fi.tiedote.city.Language;
import fi.tiedote.release.Attachment;
import fi.tiedote.release.Contact;
import fi.tiedote.release.Draft;
import fi.tiedote.release.Match;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

    public static Draft from(String source, Draft draft) {
        return with(source, draft, draft.embargoUntil(), draft.announced(), draft.matches(), draft.doubt());
    }

    public static Draft attached(Draft draft, Attachment... attachments) {
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
                draft.embargoUntil(),
                draft.topics(),
                draft.areas(),
                draft.contacts(),
                List.of(attachments),
                draft.announced(),
                draft.matches(),
                draft.translations(),
                draft.doubt());
    }

    /** Naming where its translation is shown. */
    public static Draft linked(Draft draft, String translation) {
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
                draft.embargoUntil(),
                draft.topics(),
                draft.areas(),
                draft.contacts(),
                draft.attachments(),
                draft.announced(),
                draft.matches(),
                Set.of(URI.create(translation)),
                draft.doubt());
    }

    public static Draft unannounced(Draft draft) {
        return with(draft, draft.embargoUntil(), false, draft.matches(), draft.doubt());
    }

    public static Draft embargoed(Draft draft, Instant until) {
        return with(draft, until, draft.announced(), draft.matches(), draft.doubt());
    }

    public static Draft doubtful(Draft draft, String doubt) {
        return with(draft, draft.embargoUntil(), draft.announced(), draft.matches(), doubt);
    }

    public static Draft matched(Draft draft, List<Match> matches) {
        return with(draft, draft.embargoUntil(), draft.announced(), matches, draft.doubt());
    }

    private static Draft with(
            Draft draft, @Nullable Instant embargo, boolean announced, List<Match> matches, String doubt) {
        return with(draft.source(), draft, embargo, announced, matches, doubt);
    }

    private static Draft with(
            String source,
            Draft draft,
            @Nullable Instant embargo,
            boolean announced,
            List<Match> matches,
            String doubt) {
        return new Draft(
                source,
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
                draft.attachments(),
                announced,
                matches,
                draft.translations(),
                doubt);
    }
}
