package fi.tiedote.reading;

import fi.tiedote.city.Language;
import fi.tiedote.release.Attachment;
import fi.tiedote.release.Contact;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One release as its source wrote it.
 *
 * @param id what stays the same when title or text are corrected; shared by the language versions of a file
 * @param language null where neither the source says it nor the text shows it
 * @param tongue the language's tag as the item itself has it; empty without one
 * @param url as resolved; it need not lead onto the web
 * @param title plain text, empty where the source gives none
 * @param lead plain text, empty where the source gives none; it may be a copy of the body
 * @param bodyHtml unsafe
 * @param categories as the source calls them
 * @param embargo what the source says of an embargo outside of the text; empty where it says nothing
 * @param translations where its other language versions are shown
 */
public record Item(
        String id,
        @Nullable Language language,
        String tongue,
        @Nullable URI url,
        String title,
        String lead,
        String bodyHtml,
        String author,
        @Nullable Instant publishedAt,
        @Nullable Instant updatedAt,
        Set<String> categories,
        List<Contact> contacts,
        List<Attachment> attachments,
        String embargo,
        Set<URI> translations) {
    public boolean isEmpty() {
        return title.isBlank() && bodyHtml.isBlank();
    }
}
