package fi.tiedote.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
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
        List<Hub> hubs,
        @JsonProperty("_tiedote") About about,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<Item> items) {

    record Hub(String type, String url) {}

    /** @param about where the extension is explained, as the specification wishes */
    record About(String about) {}

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
            @JsonProperty("_tiedote") More more) {}

    /**
     * What JSON Feed has no word for.
     *
     * @param topics slugs, as addresses of feeds take them
     * @param areas slugs
     * @param alternates the release's page in other languages, by language
     * @param embargoUntil before which nothing of it may be published; in feeds of accredited journalists only
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @JsonNaming(SnakeCaseStrategy.class)
    record More(
            List<Person> contacts,
            List<String> topics,
            List<String> areas,
            Map<String, String> alternates,
            @Nullable String embargoUntil) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Person(String name, String title, String organisation, String telephone, String email) {}

    record Author(String name, String url) {}

    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record File(
            String url,
            String mimeType,
            @Nullable String title,
            @Nullable Long sizeInBytes) {}
}
