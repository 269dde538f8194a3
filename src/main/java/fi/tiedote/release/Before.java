package fi.tiedote.release;

import java.time.Instant;

/** A point in the order of newest first: what lies after it is the next page. */
public record Before(Instant publishedAt, long id) {
    public static Before of(Release release) {
        return new Before(release.publishedAt(), release.id());
    }
}
