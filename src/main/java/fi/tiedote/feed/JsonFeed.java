package fi.tiedote.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import fi.tiedote.release.Contact;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** JSON Feed 1.1, as its specification at jsonfeed.org names things; what is empty is left out. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record JsonFeed(
        String version,
        String title,
        String homePageUrl,
        String feedUrl,
        String description,
        @Nullable String nextUrl,
        @Nullable String language,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<Item> items) {

    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Item(
            String id,
            String url,
            String title,
            String summary,
            @JsonInclude(JsonInclude.Include.ALWAYS) String contentHtml,
            String datePublished,
            String dateModified,
            List<Author> authors,
            List<String> tags,
            String language,
            @Nullable String image,
            List<File> attachments,
            @JsonProperty("_tiedote") Extension extension) {}

    /**
     * What JSON Feed has no names for.
     *
     * @param topics slugs
     * @param areas slugs
     * @param alternates the release's page in other languages, by language
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Extension(List<Person> contacts, List<String> topics, List<String> areas, Map<String, String> alternates) {}

    /** Somebody to ask; what is not known is left out. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Person(String name, String title, String organisation, String telephone, String email) {
        static Person of(Contact contact) {
            return new Person(
                    contact.name(), contact.title(), contact.organisation(), contact.telephone(), contact.email());
        }
    }

    record Author(String name, String url) {}

    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record File(
            String url,
            String mimeType,
            @Nullable String title,
            @Nullable Long sizeInBytes) {}
}
