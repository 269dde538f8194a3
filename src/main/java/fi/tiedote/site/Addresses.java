package fi.tiedote.site;

import fi.tiedote.feed.Feeds;
import fi.tiedote.feed.Format;
import fi.tiedote.release.Scope;
import fi.tiedote.release.Selection;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.StringJoiner;
import org.springframework.stereotype.Component;

/** Writes what is wanted into addresses. */
@Component
class Addresses {
    private final Feeds feeds;

    Addresses(Feeds feeds) {
        this.feeds = feeds;
    }

    /** @param path from the root of this installation */
    record Feed(String name, String type, String path, String url) {}

    /** The feeds of a selection, one in each format. */
    List<Feed> feeds(Selection selection) {
        return Format.OF_READERS.stream()
                .map(format -> feed(Scope.of(selection), format))
                .toList();
    }

    Feed feed(Scope scope, Format format) {
        return new Feed(
                name(format),
                format.mediaType(),
                feeds.path(scope, format),
                feeds.address(scope, format).toString());
    }

    /** Without the question mark. */
    static String query(Wanted wanted) {
        var query = new StringJoiner("&");
        wanted.languages().forEach(language -> query.add("lang=" + language.code()));
        wanted.topics().forEach(topic -> query.add("topic=" + topic));
        wanted.areas().forEach(area -> query.add("area=" + area));
        if (!wanted.words().isEmpty()) {
            query.add("q=" + URLEncoder.encode(wanted.words(), StandardCharsets.UTF_8));
        }
        return query.toString();
    }

    static String name(Format format) {
        return switch (format) {
            case RSS -> "RSS";
            case ATOM -> "Atom";
            case JSON -> "JSON Feed";
            case NINJS -> "ninjs";
        };
    }
}
