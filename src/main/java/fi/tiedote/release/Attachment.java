package fi.tiedote.release;

import fi.tiedote.city.City;
import java.net.URI;

/**
 * A file or picture that belongs to a release.
 *
 * @param url on the web, or {@code kept:HASH.ending} for a {@link KeptFile}, which has an address with its release only
 * @param type media type, empty when unknown
 * @param bytes size, 0 when unknown
 * @param alt text alternative of a picture; the name of a kept file that is none
 */
public record Attachment(URI url, String type, long bytes, String alt, String credit) {
    static final String KEPT = "kept";

    public boolean hasKeptFile() {
        return KEPT.equals(url.getScheme());
    }

    /** With its address on the web as the attachment of that release. */
    public Attachment of(long release, City city) {
        return hasKeptFile()
                ? new Attachment(
                        city.at("/releases/" + release + "/attachments/" + url.getSchemeSpecificPart()),
                        type,
                        bytes,
                        alt,
                        credit)
                : this;
    }

    /** Whether it is the kept file {@code HASH.ending}. */
    public boolean isNamed(String file) {
        return hasKeptFile() && url.getSchemeSpecificPart().equals(file);
    }

    /** Of a kept file. */
    public String hash() {
        var name = url.getSchemeSpecificPart();
        return name.substring(0, Math.max(0, name.indexOf('.')));
    }
}
