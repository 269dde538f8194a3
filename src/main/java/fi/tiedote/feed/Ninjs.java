package fi.tiedote.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * IPTC's ninjs 3.0, as far as a press release has something to say; what is empty is left out. A feed is an item of the
 * type composite, whose associations are the releases.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Ninjs(
        @Nullable String name,
        String uri,
        Standard standard,
        String type,
        String pubstatus,
        String firstcreated,
        String versioncreated,
        @Nullable String version,
        @Nullable String language,
        @Nullable String by,
        List<Text> headlines,
        List<Text> descriptions,
        List<Text> bodies,
        List<Term> subjects,
        List<Term> places,
        List<Term> infosources,
        List<Link> altids,
        List<Rendition> renditions,
        List<Ninjs> associations) {
    static final Standard STANDARD =
            new Standard("ninjs", "3.0", "http://www.iptc.org/std/ninjs/ninjs-schema_3.0.json");

    record Standard(String name, String version, String schema) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Text(String role, @Nullable String contenttype, String value) {}

    record Term(String name, String uri) {}

    record Link(String role, String value) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Rendition(
            String name,
            String href,
            @Nullable String contenttype,
            @Nullable Long sizeinbytes) {}
}
