package fi.tiedote.gather;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads JSON Feed 1.0 and 1.1, up to where it breaks. */
class JsonFeedForm {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(
                    JsonReadFeature.ALLOW_TRAILING_COMMA,
                    JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
                    JsonReadFeature.ALLOW_JAVA_COMMENTS,
                    JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .build();

    private static final Set<String> OF_FEED = Set.of(
            "version", "title", "home_page_url", "feed_url", "language", "description", "author", "authors", "hubs");
    /** A value is small in the file and large in memory. */
    private static final long MOST_VALUES = 1_000_000;

    private static final int MOST_ITEMS = 50_000;

    private final ObjectNode feed = JSON.createObjectNode();
    private final List<JsonNode> items = new ArrayList<>();
    private boolean hasItems;
    private boolean hasMore;
    private @Nullable String broken;

    private JsonFeedForm() {}

    static Reading read(String text, Origin origin) {
        if (text.chars().filter(JsonFeedForm::separates).limit(MOST_VALUES).count() == MOST_VALUES) {
            return new Unreadable("it has more than " + MOST_VALUES + " values");
        }
        var form = new JsonFeedForm();
        try (var parser = JSON.createParser(text)) {
            form.read(parser);
        } catch (JacksonException broken) {
            form.broken = "it is no JSON" + place(broken) + ": " + broken.getOriginalMessage();
        }
        return form.reading(origin);
    }

    private void read(JsonParser parser) {
        parser.nextToken();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = Objects.requireNonNull(parser.currentName());
            if (parser.nextToken() == JsonToken.START_ARRAY && name.equals("items")) {
                readItems(parser);
            } else if (OF_FEED.contains(name)) {
                feed.set(name, parser.<JsonNode>readValueAsTree());
            } else {
                parser.skipChildren();
            }
        }
    }

    private void readItems(JsonParser parser) {
        hasItems = true;
        while (parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null) {
            if (items.size() < MOST_ITEMS) {
                items.add(parser.readValueAsTree());
            } else {
                hasMore = true;
                parser.skipChildren();
            }
        }
    }

    /** Who breaks a limit of the reader is at no place. */
    private static String place(JacksonException broken) {
        var place = broken.getLocation();
        return place == null ? "" : " at line %d, column %d".formatted(place.getLineNr(), place.getColumnNr());
    }

    private static boolean separates(int character) {
        return character == ',' || character == '{' || character == '[';
    }

    private Reading reading(Origin origin) {
        var isFeed = hasItems || feed.path("version").asString("").contains("jsonfeed.org");
        if (!isFeed || (broken != null && items.isEmpty())) {
            return new Unreadable(broken == null ? "it is JSON without the array \"items\" of a JSON Feed" : broken);
        }
        var channel = channel(origin);
        var document = new Document(Format.JSON, channel, new ArrayList<>(), new ArrayList<>(), wishes(origin));
        for (var at = 0; at < items.size(); at++) {
            read(items.get(at), at + 1, document, origin);
        }
        if (hasMore) {
            document.problems().add("what follows item " + MOST_ITEMS + " is too much");
        }
        if (broken != null) {
            document.problems().add(broken + "; what follows item " + items.size() + " is lost");
        }
        return document;
    }

    private Wishes wishes(Origin origin) {
        var hubs = feed.path("hubs")
                .valueStream()
                .flatMap(hub -> Stream.ofNullable(
                        Links.absolute(origin.url(), hub.path("url").asString(""))))
                .toList();
        var self = text("feed_url");
        return Wishes.of(hubs, self.isEmpty() ? null : Links.absolute(origin.url(), self));
    }

    private static void read(JsonNode item, int number, Document document, Origin origin) {
        if (!item.isObject()) {
            document.problems().add("item %d: it is no object".formatted(number));
            return;
        }
        try {
            document.items().add(new JsonEntry(item, document.channel(), origin).item());
        } catch (RuntimeException bad) {
            document.problems().add("item %d: %s".formatted(number, bad));
        }
    }

    private Channel channel(Origin origin) {
        var base = origin.url().toString();
        return new Channel(
                text("title"),
                Links.resolve(base, text("home_page_url")),
                text("feed_url"),
                Tongue.tag(text("language")),
                text("description"),
                JsonEntry.authors(feed),
                "",
                null);
    }

    private String text(String name) {
        return Plain.line(feed.path(name).asString(""));
    }
}
