package fi.tiedote.feed;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;

/**
 * The headers of an edition, as they go over the line.
 *
 * @param known for who has it already (RFC 9110 §15.4.5)
 * @param whole with the edition itself
 */
record Label(List<HttpField> known, List<HttpField> whole) {
    /** Shared caches ask each time, and get a short answer: what becomes public is seen at once. */
    static final String PUBLIC = "public, max-age=60, s-maxage=0";

    static final String PRIVATE = "private, no-store";

    /** Whatever an address is answered with. Pages of other sites may read what everybody may. */
    static List<HttpField> always(String caching) {
        var noSniff = new PreEncodedHttpField("X-Content-Type-Options", "nosniff");
        return caching.equals(PUBLIC)
                ? List.of(new PreEncodedHttpField("Access-Control-Allow-Origin", "*"), noSniff)
                : List.of(noSniff);
    }

    static Label of(Edition edition, boolean gzip, String caching) {
        var known = new ArrayList<>(always(caching));
        known.add(new PreEncodedHttpField(HttpHeader.ETAG, edition.etag(gzip)));
        known.add(new PreEncodedHttpField(HttpHeader.LAST_MODIFIED, edition.date()));
        known.add(new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, caching));
        known.add(new PreEncodedHttpField(HttpHeader.VARY, "Accept-Encoding"));
        var whole = new ArrayList<>(known);
        if (!edition.link().isEmpty()) {
            whole.add(new PreEncodedHttpField(HttpHeader.LINK, edition.link()));
        }
        whole.add(new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, edition.contentType()));
        if (gzip) {
            whole.add(new PreEncodedHttpField(HttpHeader.CONTENT_ENCODING, "gzip"));
        }
        whole.add(new PreEncodedHttpField(HttpHeader.CONTENT_LENGTH, Integer.toString(edition.bytes(gzip).length)));
        return new Label(List.copyOf(known), List.copyOf(whole));
    }
}
