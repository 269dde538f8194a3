package fi.tiedote.gather;

import fi.tiedote.city.Language;
import fi.tiedote.release.Attachment;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One item of a JSON Feed. */
record JsonEntry(JsonNode node, Origin origin) {

    Item item() {
        var link = Links.absolute(origin.url(), text("url"));
        var body = Links.resolved(body(), link == null ? origin.url() : link);
        var words = Jsoup.parseBodyFragment(body).text();
        var title = Identity.title(text("title"), words);
        return new Item(
                Identity.of(text("id"), text("url"), title, words),
                Tongue.first(origin.language(), Language.of(text("language")).orElse(null), title, words),
                link,
                title,
                text("summary"),
                body,
                moment("date_published"),
                moment("date_modified"),
                categories(),
                List.of(),
                attachments());
    }

    private String body() {
        var html = text("content_html");
        return html.isBlank()
                ? text("content_text")
                        .lines()
                        .filter(line -> !line.isBlank())
                        .map(line -> "<p>" + Entities.escape(line) + "</p>")
                        .collect(Collectors.joining())
                : html;
    }

    private Set<String> categories() {
        return node.path("tags")
                .valueStream()
                .map(tag -> tag.asString(""))
                .filter(tag -> !tag.isBlank())
                .collect(Collectors.toUnmodifiableSet());
    }

    private List<Attachment> attachments() {
        return node.path("attachments").valueStream().flatMap(this::attachment).toList();
    }

    private Stream<Attachment> attachment(JsonNode attached) {
        var url = Links.absolute(origin.url(), attached.path("url").asString(""));
        return url == null
                ? Stream.empty()
                : Stream.of(new Attachment(
                        url,
                        attached.path("mime_type").asString(""),
                        Math.max(0, attached.path("size_in_bytes").asLong(0)),
                        attached.path("title").asString(""),
                        ""));
    }

    /** A date that cannot exist is no date. */
    private @Nullable Instant moment(String name) {
        try {
            return text(name).isBlank()
                    ? null
                    : OffsetDateTime.parse(text(name)).toInstant();
        } catch (DateTimeParseException impossible) {
            return null;
        }
    }

    /** Ids may be numbers; what is neither text nor number is empty. */
    private String text(String name) {
        return node.path(name).asString("");
    }
}
