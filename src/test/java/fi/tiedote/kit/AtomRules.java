package fi.tiedote.kit;

import static fi.tiedote.kit.Markup.ANY;
import static fi.tiedote.kit.Markup.children;
import static fi.tiedote.kit.Markup.text;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;

/** Atom by RFC 4287, tombstones by RFC 6721, archives by RFC 5005, as strictly as can be. */
public class AtomRules {
    private static final Map<String, Integer> FEED = Map.ofEntries(
            Map.entry("id", 1),
            Map.entry("title", 1),
            Map.entry("subtitle", 1),
            Map.entry("updated", 1),
            Map.entry("generator", 1),
            Map.entry("link", ANY),
            Map.entry("fh:archive", 1),
            Map.entry("at:deleted-entry", ANY),
            Map.entry("entry", ANY));

    private static final Map<String, Integer> ENTRY = Map.ofEntries(
            Map.entry("id", 1),
            Map.entry("title", 1),
            Map.entry("published", 1),
            Map.entry("updated", 1),
            Map.entry("author", ANY),
            Map.entry("link", ANY),
            Map.entry("category", ANY),
            Map.entry("summary", 1),
            Map.entry("content", 1),
            Map.entry("media:content", ANY));

    private final Markup markup;

    private AtomRules(Instant now) {
        markup = new Markup(now);
    }

    /** @return what a validator would complain of */
    public static List<String> complaints(byte[] feed, Instant now) throws Exception {
        var rules = new AtomRules(now);
        rules.feed(Markup.parse(feed));
        return rules.markup.complaints;
    }

    private void feed(Element feed) {
        markup.attributes(feed, List.of(), List.of("xml:lang"));
        markup.children(feed, List.of("id", "title", "updated", "link"), FEED);
        common(feed);
        for (var relation : List.of("self", "alternate")) {
            if (relations(feed, relation) != 1) {
                markup.complain(feed, "has not one link to " + relation);
            }
        }
        if (children(feed, "fh:archive").findAny().isPresent() != (relations(feed, "current") == 1)) {
            markup.complain(feed, "is an archive without its current document, or none with one");
        }
        children(feed, "entry").forEach(this::entry);
        children(feed, "at:deleted-entry").forEach(this::tombstone);
        markup.unique(feed, children(feed, "entry").map(entry -> text(entry, "id")));
        var gone = children(feed, "at:deleted-entry")
                .map(tombstone -> tombstone.getAttribute("ref"))
                .toList();
        children(feed, "entry")
                .filter(entry -> gone.contains(text(entry, "id")))
                .forEach(entry -> markup.complain(entry, "is deleted as well"));
    }

    private void entry(Element entry) {
        markup.attributes(entry, List.of("xml:lang"), List.of());
        markup.children(entry, List.of("id", "title", "updated", "published", "author", "link", "content"), ENTRY);
        common(entry);
        markup.language(entry, entry.getAttribute("xml:lang"));
        markup.moment(entry, text(entry, "published"));
        if (text(entry, "updated").compareTo(text(entry, "published")) < 0
                && Instant.parse(text(entry, "updated")).isBefore(Instant.parse(text(entry, "published")))) {
            markup.complain(entry, "was updated before it was published");
        }
        children(entry, "author").forEach(this::person);
        children(entry, "summary").forEach(markup::line);
        children(entry, "content").forEach(content -> {
            markup.attributes(content, List.of("type"), List.of());
            markup.html(content);
        });
        children(entry, "category").forEach(category -> {
            markup.attributes(category, List.of("term"), List.of("scheme", "label"));
            markup.address(category, category.getAttribute("scheme"));
        });
        new MediaRules(markup).of(entry);
    }

    private void common(Element element) {
        children(element, "title").forEach(markup::line);
        children(element, "subtitle").forEach(markup::line);
        markup.moment(element, text(element, "updated"));
        if (!URI.create(text(element, "id")).isAbsolute()) {
            markup.complain(element, "has an id that is no IRI");
        }
        new LinkRules(markup, "link").of(element);
    }

    private void person(Element author) {
        markup.children(author, List.of("name"), Map.of("name", 1, "uri", 1, "email", 1));
        children(author, "name").forEach(markup::line);
        children(author, "uri").forEach(uri -> markup.address(uri, uri.getTextContent()));
    }

    private void tombstone(Element tombstone) {
        markup.attributes(tombstone, List.of("ref", "when"), List.of());
        markup.children(tombstone, List.of(), Map.of());
        markup.moment(tombstone, tombstone.getAttribute("when"));
    }

    private static long relations(Element feed, String relation) {
        return children(feed, "link")
                .filter(link -> link.getAttribute("rel").equals(relation))
                .count();
    }
}
