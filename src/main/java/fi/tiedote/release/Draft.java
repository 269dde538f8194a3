package fi.tiedote.release;

import fi.tiedote.city.Language;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A release as a source gave it, before it is kept.
 *
 * @param source key of the source
 * @param item the source's own id of it: what stays the same when title or text are corrected
 * @param content what its language versions share within the source; equal to {@code item} where there is one version
 * @param url where the source shows it
 * @param bodyHtml unsafe HTML; it is sanitised when the release is kept
 * @param publishedAt null where the source gives none: then the moment of keeping counts
 * @param announced false for what nobody shall get mail about (a source's first import, old content that resurfaces)
 * @param matches why it has its topics and areas
 * @param translations where its other language versions are shown
 * @param doubt why it must be held until somebody looks; empty where nothing is in doubt
 */
public record Draft(
        String source,
        String item,
        String content,
        Language language,
        @Nullable URI url,
        String title,
        String lead,
        String bodyHtml,
        @Nullable Instant publishedAt,
        @Nullable Instant updatedAt,
        @Nullable Instant embargoUntil,
        Set<String> topics,
        Set<String> areas,
        List<Contact> contacts,
        List<Attachment> attachments,
        boolean announced,
        List<Match> matches,
        Set<URI> translations,
        String doubt) {
    public Draft {
        item = Legible.line(item);
        content = Legible.line(content);
        if (Legible.line(title).isEmpty()) {
            throw new IllegalArgumentException("a release needs a title: " + source + " " + item);
        }
    }

    /** Where it stands at a moment, were it new then. */
    State stateAt(Instant now) {
        if (!doubt.isEmpty()) {
            return State.HELD;
        }
        return embargoUntil != null && embargoUntil.isAfter(now) ? State.EMBARGOED : State.PUBLISHED;
    }
}
