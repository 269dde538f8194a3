package fi.tiedote.reading;

import fi.tiedote.city.Language;
import java.net.URI;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a file or an answer besides its bytes.
 *
 * @param url absolute; relative links are resolved against it, and a file's name is its last segment
 * @param contentType as HTTP gave it, empty for files
 * @param zone of dates that name none; null where nobody knows it
 * @param language of all that the source writes, null where it is to be recognised
 */
public record Origin(
        URI url,
        String contentType,
        @Nullable ZoneId zone,
        @Nullable Language language) {}
