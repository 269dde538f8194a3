package fi.tiedote.reading;

import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Writes XHTML inside of a feed as HTML. */
class Inline implements NodeVisitor {
    private static final Set<String> VOID = Set.of(
            "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr");

    private final FeedTree tree;
    private final boolean escapes;
    private final StringBuilder html = new StringBuilder();

    /** @param escapes whether text is text, and not again HTML */
    Inline(FeedTree tree, boolean escapes) {
        this.tree = tree;
        this.escapes = escapes;
    }

    /** @return what is inside of the element */
    String html(Element element) {
        element.childNodes().forEach(child -> child.traverse(this));
        return html.toString();
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof Element element) {
            open(element);
        } else if (node instanceof TextNode text) {
            var whole = text.getWholeText();
            html.append(escapes ? Entities.escape(whole) : whole);
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element && !VOID.contains(name(element))) {
            html.append("</").append(name(element)).append('>');
        }
    }

    private void open(Element element) {
        html.append('<').append(name(element));
        for (var attribute : element.attributes()) {
            if (!attribute.getKey().startsWith("xml")) {
                write(element, attribute);
            }
        }
        html.append('>');
    }

    private void write(Element element, Attribute attribute) {
        var value = Links.ADDRESSES.contains(attribute.getKey())
                ? tree.resolved(element, attribute.getValue())
                : attribute.getValue();
        html.append(' ')
                .append(attribute.getKey())
                .append("=\"")
                .append(Entities.escape(value))
                .append('"');
    }

    private static String name(Element element) {
        return element.tag().localName();
    }
}
