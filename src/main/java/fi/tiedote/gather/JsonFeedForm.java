package fi.tiedote.gather;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads JSON Feed 1.0 and 1.1, mended where it is broken; item by item, for a value is small in the file and large in memory. */
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
    /** JSON knows fewer kinds of white space than Unicode. */
    private static final Pattern BEFORE = Pattern.compile("^[^{]*+");

    private static final Pattern MARKER = Pattern.compile(" \\(start marker at .*");

    private static final int MOST_VALUES = 100_000;

    private final String text;
    private final LineNumbers lines;
    private final ObjectNode feed = JSON.createObjectNode();
    private final List<Span> spans = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private boolean hasItems;
    private boolean hasMore;
    private @Nullable String broken;

    private JsonFeedForm(String text) {
        this.text = text;
        this.lines = new LineNumbers(text, 1);
    }

    /** A value in the text. */
    private record Span(int from, int to) {}

    static Reading read(String text, Origin origin) {
        var json = BEFORE.matcher(text).replaceFirst(space -> space.group().replaceAll("[^\r\n]", " "));
        var form = new JsonFeedForm(json);
        var flaw = form.flaw();
        if (flaw.isEmpty()) {
            return form.reading(origin);
        }
        var mended = new JsonFeedForm(LooseJson.mended(json));
        var lost = mended.flaw().map(still -> "; what follows item " + mended.spans.size() + " is lost");
        mended.broken = flaw.get() + lost.orElse("; what could be made out of it was read");
        return mended.reading(origin);
    }

    /** What is wrong first, and where; empty when all was found. */
    private Optional<String> flaw() {
        try (var parser = JSON.createParser(text)) {
            find(parser);
            return Optional.empty();
        } catch (JacksonException broken) {
            var what = MARKER.matcher(broken.getOriginalMessage()).replaceFirst("");
            return Optional.of("it is no JSON" + place(broken) + ": " + what);
        }
    }

    private void find(JsonParser parser) {
        parser.nextToken();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = Objects.requireNonNull(parser.currentName());
            var begin = parser.nextToken();
            if (name.equals("items") && begin == JsonToken.START_ARRAY) {
                findItems(parser);
            } else if (name.equals("items") && begin == JsonToken.START_OBJECT) {
                hasItems = true;
                spans.add(span(parser));
            } else if (OF_FEED.contains(name)) {
                value(span(parser))
                        .ifPresentOrElse(
                                value -> feed.set(name, value),
                                () -> problems.add("\"%s\" has more than %d values; it was left out"
                                        .formatted(name, MOST_VALUES)));
            } else {
                parser.skipChildren();
            }
        }
    }

    private void findItems(JsonParser parser) {
        hasItems = true;
        while (parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null) {
            var span = span(parser);
            if (spans.size() < FeedForm.MOST_ITEMS) {
                spans.add(span);
            } else {
                hasMore = true;
            }
        }
    }

    private static Span span(JsonParser parser) {
        var from = parser.currentTokenLocation().getCharOffset();
        parser.skipChildren();
        parser.finishToken();
        return new Span((int) from, (int) parser.currentLocation().getCharOffset());
    }

    /** Empty where it has too much in it. */
    private Optional<JsonNode> value(Span span) {
        var values = 0;
        for (var at = span.from(); at < span.to(); at++) {
            values += ",{[".indexOf(text.charAt(at)) < 0 ? 0 : 1;
        }
        return values > MOST_VALUES
                ? Optional.empty()
                : Optional.of(JSON.readTree(text.substring(span.from(), span.to())));
    }

    /** Who breaks a limit of the reader is at no place. */
    private static String place(JacksonException broken) {
        var place = broken.getLocation();
        return place == null ? "" : " at line %d, column %d".formatted(place.getLineNr(), place.getColumnNr());
    }

    private Reading reading(Origin origin) {
        var isFeed = hasItems || feed.path("version").asString("").contains("jsonfeed.org");
        if (!isFeed || (broken != null && spans.isEmpty())) {
            return new Unreadable(broken == null ? "it is JSON without the array \"items\" of a JSON Feed" : broken);
        }
        var document = new Document(Format.JSON, channel(origin), new ArrayList<>(), problems, wishes(origin));
        for (var at = 0; at < spans.size(); at++) {
            read(spans.get(at), at + 1, document, origin);
        }
        if (hasMore) {
            problems.add(FeedForm.tooMany());
        }
        if (broken != null) {
            problems.add(broken);
        }
        return document;
    }

    private void read(Span span, int number, Document document, Origin origin) {
        Consumer<String> report =
                problem -> problems.add("item %d in line %d: %s".formatted(number, lines.at(span.from()), problem));
        value(span)
                .ifPresentOrElse(
                        item -> read(item, report, document, origin),
                        () -> report.accept("it has more than " + MOST_VALUES + " values; it was left out"));
    }

    private static void read(JsonNode item, Consumer<String> report, Document document, Origin origin) {
        if (!item.isObject()) {
            report.accept("it is no object; it was left out");
            return;
        }
        try {
            document.items().add(new JsonEntry(item, document.channel(), origin, report).item());
        } catch (RuntimeException bad) {
            report.accept(bad + "; it was left out");
        }
    }

    private Wishes wishes(Origin origin) {
        var hubs = JsonEntry.listed(feed.path("hubs"))
                .flatMap(hub -> Stream.ofNullable(
                        Links.absolute(origin.url(), hub.path("url").asString(""))))
                .toList();
        var self = text("feed_url");
        return Wishes.of(hubs, self.isEmpty() ? null : Links.absolute(origin.url(), self));
    }

    private Channel channel(Origin origin) {
        var base = origin.url().toString();
        return new Channel(
                text("title"),
                Links.named(base, text("home_page_url")),
                text("feed_url"),
                Tongue.tag(text("language")),
                text("description"),
                JsonEntry.authors(feed),
                "",
                null);
    }

    private String text(String name) {
        return Plain.line(XmlText.legal(feed.path(name).asString("")));
    }
}
