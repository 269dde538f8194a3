package fi.tiedote.gather;

import fi.tiedote.reading.Row;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A page whose turn it is, with what its list says of it and what the last reading left.
 *
 * @param readAt null before it was ever read
 * @param failures in a row
 */
record DuePage(
        URI url,
        String title,
        String lead,
        @Nullable Instant moment,
        String stamp,
        @Nullable String etag,
        @Nullable String lastModified,
        @Nullable Instant readAt,
        int failures) {

    static DuePage of(Row row) {
        return new DuePage(row.url(), row.title(), row.lead(), row.moment(), row.stamp(), null, null, null, 0);
    }

    Row row() {
        return new Row(url, title, moment, lead, stamp);
    }

    Outcome.Validators known() {
        return new Outcome.Validators(etag, lastModified, null);
    }
}
