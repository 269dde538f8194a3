package fi.tiedote.kit;

import static fi.tiedote.kit.Markup.ANY;
import static fi.tiedote.kit.Markup.children;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;

/** OPML 2.0, for lists of subscriptions. */
public class OutlineRules {
    private final Markup markup;

    private OutlineRules(Instant now) {
        markup = new Markup(now);
    }

    /** @return what a validator would complain of */
    public static List<String> complaints(byte[] list, Instant now) throws Exception {
        var rules = new OutlineRules(now);
        var opml = Markup.parse(list);
        rules.markup.attributes(opml, List.of("version"), List.of());
        rules.markup.children(opml, List.of("head", "body"), Map.of("head", 1, "body", 1));
        children(opml, "head").forEach(rules::head);
        children(opml, "body").forEach(rules::outlines);
        return rules.markup.complaints;
    }

    private void head(Element head) {
        markup.children(head, List.of("title"), Map.of("title", 1, "docs", 1, "dateCreated", 1, "dateModified", 1));
        children(head, "title").forEach(markup::line);
        children(head, "dateModified").forEach(markup::mailDate);
    }

    private void outlines(Element parent) {
        markup.children(parent, List.of("outline"), Map.of("outline", ANY));
        children(parent, "outline").forEach(this::outline);
    }

    private void outline(Element outline) {
        if (!outline.hasAttribute("type")) {
            markup.attributes(outline, List.of("text"), List.of());
            outlines(outline);
            return;
        }
        markup.attributes(outline, List.of("type", "text", "xmlUrl"), List.of("title", "language", "htmlUrl"));
        markup.children(outline, List.of(), Map.of());
        markup.address(outline, outline.getAttribute("xmlUrl"));
        markup.language(outline, outline.getAttribute("language"));
    }
}
