package fi.tiedote.gather;

import fi.tiedote.reading.Fields;
import fi.tiedote.reading.Links;
import fi.tiedote.reading.Odd;
import fi.tiedote.reading.Origin;
import fi.tiedote.reading.SttRelease;
import java.net.URI;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The press rooms of STT Info and of the services that run the same system. */
class PressRoom implements PressApi {
    private static final Pattern ROOM = Pattern.compile("/(?:uutishuone|pressrum|pressroom|presserom)/(\\d+)(?:/.*)?");

    @Override
    public URI latest(SourceSettings source, URI url) {
        return route(url);
    }

    /** It cannot be asked for changes; the pages that it gives first are the latest. */
    @Override
    public URI changedSince(SourceSettings source, URI url, Instant since) {
        return route(url);
    }

    @Override
    public Leaf leaf(JsonNode json, Answer.Header header, URI asked, Origin origin) {
        var answer = new Fields(json);
        var releases = json.isArray() ? json : list(answer);
        if (!releases.isArray()) {
            throw new Odd("it answers with no list of releases: " + asked);
        }
        return Leaf.of(
                releases.valueStream(), node -> new SttRelease(new Fields(node), origin).item(), next(answer, asked));
    }

    private static JsonNode list(Fields answer) {
        for (var name : new String[] {"releases", "items", "data", "content", "results"}) {
            if (answer.at(name).isArray()) {
                return answer.at(name);
            }
        }
        return answer.at("data.releases");
    }

    private static @Nullable URI next(Fields answer, URI asked) {
        var next =
                answer.text("next", "nextUrl", "links.next", "links.next.href", "_links.next.href", "pagination.next");
        if (!next.isEmpty()) {
            return Links.sameHost(asked, next);
        }
        var page = answer.number("page", "pagination.page");
        return page > 0 && page < answer.number("totalPages", "pages", "pagination.totalPages")
                ? Query.of(asked).with("page", page + 1).uri()
                : null;
    }

    private static URI route(URI url) {
        var room = ROOM.matcher(url.getPath());
        return room.matches() ? url.resolve("/json/v2/releases?publisher=" + room.group(1)) : url;
    }
}
