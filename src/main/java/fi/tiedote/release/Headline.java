package fi.tiedote.release;

import fi.tiedote.city.Language;
import java.time.Instant;

/**
 * As much of a published release as a list of many needs.
 *
 * @param updatedAt never before it was published
 */
public record Headline(long id, Language language, String title, Instant publishedAt, Instant updatedAt) {}
