package fi.tiedote.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One release as IPTC's ninjs 3.0 names its parts; what is empty is left out.
 *
 * @param uri the permanent id
 * @param embargoed before which nothing of it may be published
 * @param by who speaks
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Ninjs(
        Standard standard,
        String uri,
        String type,
        String version,
        String firstCreated,
        String versionCreated,
        String pubStatus,
        String embargoed,
        String language,
        String by,
        List<Text> headlines,
        List<Text> descriptions,
        List<Text> bodies,
        List<Person> people,
        List<Concept> organisations,
        List<Concept> subjects,
        List<Concept> places,
        List<Rendition> renditions,
        List<Association> associations) {

    record Standard(String name, String version, String schema) {}

    record Text(String role, String contentType, String value) {}

    /** @param literal name, title and organisation in one */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Person(String name, String rel, String literal, List<Reach> contactInfo) {}

    record Reach(String type, String role, String value) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Concept(String name, String rel, String uri, String literal) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Rendition(
            String name,
            String href,
            String contentType,
            @Nullable Long sizeInBytes) {}

    /** Another language version, a picture or a file. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Association(
            String name,
            String uri,
            String type,
            String language,
            String by,
            List<Text> descriptions,
            List<Rendition> renditions) {}
}
