package fi.tiedote.release;

import fi.tiedote.city.Language;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One press release in one language.
 *
 * @param id short id for addresses on this site
 * @param uuid permanent id, the same in every feed format, whatever is corrected
 * @param contentId shared by the language versions of one release
 * @param bodyHtml sanitised
 * @param embargoUntil when it becomes public, or became so; null where it was never held back
 * @param place its place in the sequence of published releases; 0 before it is published
 * @param version 1, and one more with each correction
 */
public record Release(
        long id,
        UUID uuid,
        UUID contentId,
        String source,
        @Nullable URI url,
        Language language,
        String title,
        String lead,
        String bodyHtml,
        Instant publishedAt,
        Instant updatedAt,
        State state,
        @Nullable Instant embargoUntil,
        List<String> topics,
        List<String> areas,
        List<Contact> contacts,
        List<Attachment> attachments,
        long place,
        int version) {}
