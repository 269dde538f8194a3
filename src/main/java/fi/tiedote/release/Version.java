package fi.tiedote.release;

import java.time.Instant;

/**
 * What a release said once, or says now.
 *
 * @param number 1 for the first
 * @param updatedAt since when it said so
 */
public record Version(int number, String title, String lead, String bodyHtml, Instant updatedAt) {}
