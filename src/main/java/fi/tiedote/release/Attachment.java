package fi.tiedote.release;

import java.net.URI;

/**
 * A file or picture that belongs to a release.
 *
 * @param type media type, empty when unknown
 * @param bytes size, 0 when unknown
 * @param alt text alternative of a picture
 */
public record Attachment(URI url, String type, long bytes, String alt, String credit) {}
