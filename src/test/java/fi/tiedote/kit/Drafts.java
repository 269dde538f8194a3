package fi.tiedote.kit;

import fi.tiedote.city.Language;
import fi.tiedote.release.Attachment;
import fi.tiedote.release.Contact;
import fi.tiedote.release.Draft;
import fi.tiedote.release.DraftBuilder;
import fi.tiedote.release.Match;
import java.net.URI;
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
        return new DraftBuilder("inbox", item, language)
                .content(content)
                .title(title)
                .body(body)
                .published(Instant.parse("2026-11-20T08:00:00Z"))
                .topics(topics)
                .areas(Set.of("keskusta"))
                .contacts(List.of(new Contact(
                        "Aino Esimerkki", "rehtori", "Esimerkkilän kaupunki", "040 000 0001", "aino@example.org")))
                .build();
    }

    public static Draft from(String source, Draft draft) {
        return new DraftBuilder(draft).source(source).build();
    }

    public static Draft attached(Draft draft, Attachment... attachments) {
        return new DraftBuilder(draft).attachments(List.of(attachments)).build();
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
        return new DraftBuilder(draft).announced(false).build();
    }

    public static Draft embargoed(Draft draft, Instant until) {
        return new DraftBuilder(draft).embargoed(until).build();
    }

    public static Draft doubtful(Draft draft, String doubt) {
        return new DraftBuilder(draft).doubt(doubt).build();
    }

    public static Draft matched(Draft draft, List<Match> matches) {
        return new DraftBuilder(draft).matches(matches).build();
    }
}
