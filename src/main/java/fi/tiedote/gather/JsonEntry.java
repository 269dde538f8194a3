package fi.tiedote.gather;

import fi.tiedote.release.Attachment;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** One item of a JSON Feed. */
record JsonEntry(JsonNode node, Channel channel, Origin origin, Consumer<String> problems) {

    Item item() {
        var link = Links.named(base(), text(text("url").isEmpty() ? "external_url" : "url"));
        var body = Body.of(Tags.cut(body(), problems), base());
        var title = Plain.line(text("title"));
        return new ItemBuilder(Identity.of(text("id"), link, title, body.text()))
                .language(
                        Tongue.among(origin.language(), text("language"), channel.language(), title, body.text()),
                        Tongue.tag(text("language")))
                .url(Links.uri(link))
                .title(title)
                .lead(Plain.line(text("summary")))
                .body(body)
                .author(author())
                .published(Dates.moment(text("date_published"), origin.zone()).orElse(null))
                .updated(Dates.moment(text("date_modified"), origin.zone()).orElse(null))
                .categories(categories())
                .attachments(attachments())
                .build();
    }

    /** JSON Feed 1.1 has several authors, 1.0 has one; by name, or else by address. */
    static String authors(JsonNode node) {
        return String.join(
                ", ",
                Stream.concat(listed(node.path("authors")), listed(node.path("author")))
                        .map(author -> author.isString() ? author.asString() : person(author))
                        .filter(name -> !name.isEmpty())
                        .distinct()
                        .toList());
    }

    /** Who has one often writes no list around it. */
    static Stream<JsonNode> listed(JsonNode node) {
        return node.isArray() ? node.valueStream() : Stream.of(node);
    }

    private static String person(JsonNode author) {
        var name = Plain.line(author.path("name").asString(""));
        return name.isEmpty() ? author.path("url").asString("").strip() : name;
    }

    private String author() {
        var own = authors(node);
        return own.isEmpty() ? channel.author() : own;
    }

    private String body() {
        var html = text("content_html");
        var plain = text("content_text");
        return html.isBlank() ? Markup.paragraphs(plain.isBlank() ? text("summary") : plain) : html;
    }

    private Set<String> categories() {
        var tags = new LinkedHashSet<String>();
        listed(node.path("tags")).map(tag -> tag.asString("").strip()).forEach(tags::add);
        tags.remove("");
        return tags;
    }

    private List<Attachment> attachments() {
        return listed(node.path("attachments")).flatMap(this::attachment).toList();
    }

    private Stream<Attachment> attachment(JsonNode attached) {
        var url = Links.uri(Links.named(base(), attached.path("url").asString("")));
        return url == null || attached.path("url").asString("").isBlank()
                ? Stream.empty()
                : Stream.of(new Attachment(
                        url,
                        attached.path("mime_type").asString(""),
                        Math.max(0, attached.path("size_in_bytes").asLong(0)),
                        attached.path("title").asString(""),
                        ""));
    }

    private String base() {
        return origin.url().toString();
    }

    /** Ids may be numbers; what is neither text nor number is empty. */
    private String text(String name) {
        return XmlText.legal(node.path(name).asString("")).strip();
    }
}
