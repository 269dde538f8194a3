package fi.tiedote.reading;

import fi.tiedote.release.Attachment;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One node of JSON:API.
 *
 * @param included what the answer has besides, by id: paragraphs, terms, pictures
 * @param prefix of the paths of its language; empty where there is none
 */
public record DrupalNode(Fields node, Map<String, JsonNode> included, String prefix, Origin origin) {

    /** Translations share their id: they are versions of one release. */
    public Item item() {
        var attributes = new Fields(node.at("attributes"));
        var link = link(attributes);
        var body = Body.of(html(attributes), link);
        var title = attributes.plain("title");
        if (body.text().isEmpty() && !missing().isEmpty()) {
            throw new Odd("its text is in paragraphs that the answer leaves out: add include=%s to the url"
                    .formatted(String.join(",", missing())));
        }
        var tongue = attributes.text("langcode");
        return new ItemBuilder(Identity.of(node.text("id"), link, title, body.text()))
                .language(Tongue.among(origin.language(), tongue, "", title, body.text()), tongue)
                .url(Links.uri(link))
                .title(title)
                .lead(attributes.plain("field_lead_in", "field_lead", "field_ingress", "field_summary", "body.summary"))
                .body(body)
                .author(attributes.plain("field_author", "field_byline"))
                .published(moment(attributes, "published_at", "field_published", "field_date", "created"))
                .updated(moment(attributes, "changed"))
                .categories(labels())
                .attachments(pictures())
                .build();
    }

    /** The alias does not have the language's prefix. */
    private String link(Fields attributes) {
        var alias = attributes.text("path.alias");
        var number = attributes.text("drupal_internal__nid");
        var path = alias.isEmpty() && !number.isEmpty() ? "/node/" + number : alias;
        return path.isEmpty()
                ? origin.url().toString()
                : Links.resolve(origin.url().toString(), path.startsWith("/") ? prefix + path : path);
    }

    /** The body, else the paragraphs that make it up. */
    private String html(Fields attributes) {
        var body = attributes.text("body.processed", "field_body.processed", "field_text.processed", "body.value");
        return body.isEmpty() ? related().map(DrupalNode::processed).collect(Collectors.joining("\n")) : body;
    }

    /** The fields whose paragraphs are not in the answer. */
    private Set<String> missing() {
        return node.at("relationships")
                .propertyStream()
                .filter(relation -> targets(relation.getValue())
                        .anyMatch(target -> target.path("type").asString("").startsWith("paragraph")
                                && !included.containsKey(target.path("id").asString(""))))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String processed(JsonNode paragraph) {
        return paragraph.path("type").asString("").startsWith("paragraph")
                ? paragraph
                        .path("attributes")
                        .valueStream()
                        .map(field -> field.path("processed").asString(""))
                        .filter(html -> !html.isEmpty())
                        .collect(Collectors.joining("\n"))
                : "";
    }

    private Set<String> labels() {
        return related()
                .filter(other -> other.path("type").asString("").startsWith("taxonomy_term"))
                .map(term -> new Fields(term).plain("attributes.name"))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private List<Attachment> pictures() {
        return node.at("relationships")
                .valueStream()
                .flatMap(DrupalNode::targets)
                .flatMap(this::picture)
                .toList();
    }

    /** The relation has the alternative text, the file has the address; media refer to their file in turn. */
    private Stream<Attachment> picture(JsonNode target) {
        var other = included.get(target.path("id").asString(""));
        return other != null && other.path("type").asString("").startsWith("media")
                ? other.path("relationships")
                        .valueStream()
                        .flatMap(DrupalNode::targets)
                        .flatMap(this::file)
                : file(target);
    }

    private Stream<Attachment> file(JsonNode target) {
        var file = new Fields(included.getOrDefault(target.path("id").asString(""), target));
        var address = file.text("attributes.uri.url");
        var url = address.isEmpty() ? null : Links.absolute(origin.url(), address);
        return url == null
                ? Stream.empty()
                : Stream.of(new Attachment(
                        url,
                        file.text("attributes.filemime"),
                        file.number("attributes.filesize"),
                        new Fields(target).plain("meta.alt"),
                        ""));
    }

    private Stream<JsonNode> related() {
        return node.at("relationships")
                .valueStream()
                .flatMap(DrupalNode::targets)
                .map(target -> included.get(target.path("id").asString("")))
                .filter(Objects::nonNull);
    }

    public static Stream<JsonNode> targets(JsonNode relationship) {
        var targets = relationship.path("data");
        return targets.isArray() ? targets.valueStream() : targets.isObject() ? Stream.of(targets) : Stream.empty();
    }

    private @Nullable Instant moment(Fields attributes, String... names) {
        return Stream.of(names)
                .flatMap(name -> Dates.moment(attributes.text(name), origin.zone()).stream())
                .findFirst()
                .orElse(null);
    }
}
