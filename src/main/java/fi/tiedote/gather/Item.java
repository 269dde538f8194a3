package fi.tiedote.gather;

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
 * @param lead plain text, empty where the source gives none
 * @param bodyHtml unsafe
 * @param categories as the source calls them
 */
public record Item(
        String id,
        @Nullable Language language,
        @Nullable URI url,
        String title,
        String lead,
        String bodyHtml,
        @Nullable Instant publishedAt,
        @Nullable Instant updatedAt,
        Set<String> categories,
        List<Contact> contacts,
        List<Attachment> attachments) {}
