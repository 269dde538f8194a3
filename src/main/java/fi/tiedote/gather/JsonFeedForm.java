package fi.tiedote.gather;

import java.util.ArrayList;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON Feed 1.0 and 1.1. */
class JsonFeedForm {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private JsonFeedForm() {}

    static Reading read(String text, Origin origin) {
        try {
            var feed = JSON.readTree(text);
            return feed.path("items").isArray()
                    ? document(feed, origin)
                    : new Unreadable("it is JSON without the array \"items\" of a JSON Feed");
        } catch (JacksonException broken) {
            return new Unreadable("it is no JSON: " + broken.getOriginalMessage());
        }
    }

    private static Document document(JsonNode feed, Origin origin) {
        var items = new ArrayList<Item>();
        var problems = new ArrayList<String>();
        for (var node : feed.path("items")) {
            try {
                items.add(new JsonEntry(node, origin).item());
            } catch (RuntimeException bad) {
                problems.add("item %d: %s".formatted(items.size() + problems.size() + 1, bad.getMessage()));
            }
        }
        return new Document(Format.JSON_FEED, feed.path("title").asString(""), items, problems);
    }
}
