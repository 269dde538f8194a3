package fi.tiedote.gather;

import fi.tiedote.reading.Fields;
import fi.tiedote.reading.Odd;
import fi.tiedote.reading.Origin;
import fi.tiedote.reading.WordPressPost;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** WordPress' REST API: {@code /wp-json/wp/v2/posts} and the routes of other types of posts. */
class WordPress implements PressApi {
    private static final int PER_PAGE = 50;

    @Override
    public URI latest(SourceSettings source, URI url) {
        return Query.of(route(url))
                .with("_embed", 1)
                .unless("per_page", PER_PAGE)
                .with("page", 1)
                .uri();
    }

    /** WordPress 5.7; older ones pass the parameter over and give all. */
    @Override
    public URI changedSince(SourceSettings source, URI url, Instant since) {
        return Query.of(latest(source, url))
                .with("modified_after", since)
                .with("orderby", "modified")
                .uri();
    }

    /** {@code X-WP-TotalPages} tells how many pages there are; beyond them it answers 400. */
    @Override
    public Leaf leaf(JsonNode json, Answer.Header header, URI asked, Origin origin) {
        if (!json.isArray()) {
            throw new Odd("it answers with no list of posts: " + asked);
        }
        return Leaf.of(
                json.valueStream()
                        .filter(post -> !post.path("content").path("protected").asBoolean(false)),
                post -> new WordPressPost(new Fields(post), origin).item(),
                next(asked, header.pages()));
    }

    private static @Nullable URI next(URI asked, int pages) {
        var query = Query.of(asked);
        var page = Integer.parseInt(query.value("page"));
        return page < pages ? query.with("page", page + 1).uri() : null;
    }

    private static URI route(URI url) {
        var isRoute = url.getPath().contains("/wp-json/")
                || Query.of(url).value("rest_route").startsWith("/");
        return isRoute ? url : URI.create(url.toString().replaceFirst("/?([?#].*)?$", "/wp-json/wp/v2/posts"));
    }
}
