package fi.tiedote.kit;

import static fi.tiedote.kit.Markup.ANY;
import static fi.tiedote.kit.Markup.children;
import static fi.tiedote.kit.Markup.text;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;

/** RSS 2.0 by its specification and the board's profile, with the modules that our feeds use, as strictly as can be. */
public class RssRules {
    private static final Map<String, Integer> CHANNEL = Map.ofEntries(
            Map.entry("title", 1),
            Map.entry("link", 1),
            Map.entry("description", 1),
            Map.entry("language", 1),
            Map.entry("managingEditor", 1),
            Map.entry("lastBuildDate", 1),
            Map.entry("generator", 1),
            Map.entry("docs", 1),
            Map.entry("ttl", 1),
            Map.entry("atom:link", ANY),
            Map.entry("fh:archive", 1),
            Map.entry("item", ANY));

    private static final Map<String, Integer> ITEM = Map.ofEntries(
            Map.entry("title", 1),
            Map.entry("link", 1),
            Map.entry("description", 1),
            Map.entry("category", ANY),
            Map.entry("enclosure", 1),
            Map.entry("guid", 1),
            Map.entry("pubDate", 1),
            Map.entry("dc:creator", 1),
            Map.entry("dc:language", 1),
            Map.entry("atom:link", ANY),
            Map.entry("media:content", ANY),
            Map.entry("content:encoded", 1));

    private final Markup markup;

    private RssRules(Instant now) {
        markup = new Markup(now);
    }

    /** @return what a validator would complain of */
    public static List<String> complaints(byte[] feed, Instant now) throws Exception {
        var rules = new RssRules(now);
        var rss = Markup.parse(feed);
        rules.markup.attributes(rss, List.of("version"), List.of());
        rules.markup.children(rss, List.of("channel"), Map.of("channel", 1));
        children(rss, "channel").forEach(rules::channel);
        return rules.markup.complaints;
    }

    private void channel(Element channel) {
        markup.children(channel, List.of("title", "link", "description", "atom:link"), CHANNEL);
        for (var name : List.of("title", "description", "language", "managingEditor", "generator", "ttl")) {
            children(channel, name).forEach(markup::line);
        }
        markup.address(channel, text(channel, "link"));
        markup.address(channel, text(channel, "docs"));
        markup.number(channel, text(channel, "ttl"));
        children(channel, "language").forEach(element -> markup.language(element, element.getTextContent()));
        children(channel, "lastBuildDate").forEach(markup::mailDate);
        children(channel, "managingEditor")
                .filter(editor -> !editor.getTextContent().matches("[^\\s@()]+@[^\\s@()]+ \\([^(),]+\\)"))
                .forEach(editor -> markup.complain(editor, "is no address with a name"));
        if (children(channel, "atom:link")
                        .filter(link -> link.getAttribute("rel").equals("self"))
                        .count()
                != 1) {
            markup.complain(channel, "has not one link to itself");
        }
        new LinkRules(markup, "atom:link").of(channel);
        children(channel, "item").forEach(this::item);
        markup.unique(channel, children(channel, "item").map(item -> text(item, "guid")));
    }

    private void item(Element item) {
        markup.children(item, List.of("title", "link", "guid", "pubDate"), ITEM);
        for (var name : List.of("title", "description", "category", "dc:creator", "guid")) {
            children(item, name).forEach(markup::line);
        }
        markup.address(item, text(item, "link"));
        children(item, "pubDate").forEach(markup::mailDate);
        children(item, "dc:language").forEach(element -> markup.language(element, element.getTextContent()));
        children(item, "guid").forEach(guid -> markup.attributes(guid, List.of("isPermaLink"), List.of()));
        children(item, "category").forEach(category -> markup.attributes(category, List.of(), List.of("domain")));
        children(item, "enclosure").forEach(this::enclosure);
        children(item, "description").forEach(markup::html);
        children(item, "content:encoded").forEach(markup::html);
        new LinkRules(markup, "atom:link").of(item);
        new MediaRules(markup).of(item);
    }

    private void enclosure(Element enclosure) {
        markup.attributes(enclosure, List.of("url", "length", "type"), List.of());
        markup.address(enclosure, enclosure.getAttribute("url"));
        markup.number(enclosure, enclosure.getAttribute("length"));
        markup.mediaType(enclosure, enclosure.getAttribute("type"));
    }
}
