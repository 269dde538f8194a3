package fi.tiedote.gather;

import fi.tiedote.reading.DrupalNode;
import fi.tiedote.reading.Fields;
import fi.tiedote.reading.Links;
import fi.tiedote.reading.Odd;
import fi.tiedote.reading.Origin;
import java.net.URI;
import java.time.Instant;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Drupal's JSON:API: {@code /jsonapi/node/news}, with a language before it where the site has several. */
class Drupal implements PressApi {
    private static final int PER_PAGE = 50;

    @Override
    public URI latest(SourceSettings source, URI url) {
        return Query.of(route(source, url))
                .unless("sort", "-created")
                .unless("page[limit]", PER_PAGE)
                .uri();
    }

    /** Filters compare with what is stored: seconds since 1970. */
    @Override
    public URI changedSince(SourceSettings source, URI url, Instant since) {
        return Query.of(route(source, url))
                .with("sort", "-changed")
                .unless("page[limit]", PER_PAGE)
                .with("filter[changed][condition][path]", "changed")
                .with("filter[changed][condition][operator]", ">=")
                .with("filter[changed][condition][value]", since.getEpochSecond())
                .uri();
    }

    @Override
    public Leaf leaf(JsonNode json, Answer.Header header, URI asked, Origin origin) {
        if (!json.path("data").isArray()) {
            throw new Odd("it answers with no data of JSON:API: " + asked);
        }
        var included = json.path("included")
                .valueStream()
                .collect(Collectors.toMap(
                        each -> each.path("id").asString(""), Function.identity(), (one, another) -> one));
        return Leaf.of(
                json.path("data")
                        .valueStream()
                        .filter(node -> node.path("attributes").path("status").asBoolean(true)),
                node -> new DrupalNode(new Fields(node), included, prefix(asked), origin).item(),
                Links.sameHost(asked, new Fields(json).text("links.next.href", "links.next")));
    }

    /** What stands before {@code /jsonapi} stands before the path of a page, too. */
    private static String prefix(URI asked) {
        var path = asked.getPath();
        return path.substring(0, Math.max(0, path.indexOf("/jsonapi")));
    }

    private static URI route(SourceSettings source, URI url) {
        if (url.getPath().contains("/jsonapi")) {
            return url;
        }
        var language = source.language() == null || url.getPath().length() > 1
                ? ""
                : "/" + source.language().code();
        return URI.create(url.toString().replaceFirst("/?([?#].*)?$", language + "/jsonapi/node/news"));
    }
}
