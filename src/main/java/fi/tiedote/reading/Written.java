package fi.tiedote.reading;

import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Writes elements as HTML, each character as itself but those that markup is made of; comments are left out. */
class Written implements NodeVisitor {
    private static final Set<String> VOID = Set.of(
            "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr");

    private final StringBuilder html = new StringBuilder();

    private Written() {}

    static String inside(Element element) {
        var written = new Written();
        element.childNodes().forEach(child -> child.traverse(written));
        return written.html.toString();
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode text) {
            escape(text.getWholeText(), false);
        } else if (node instanceof DataNode data) {
            html.append(data.getWholeData());
        } else if (node instanceof Element element) {
            open(element);
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element && !VOID.contains(element.normalName())) {
            html.append("</").append(element.tagName()).append('>');
        }
    }

    private void open(Element element) {
        html.append('<').append(element.tagName());
        if (element.attributesSize() > 0) {
            element.attributes().forEach(this::write);
        }
        html.append('>');
    }

    /** A name that HTML cannot say again, {@code a"b}, is not worth saying. */
    private void write(Attribute attribute) {
        var name = attribute.getKey();
        if (name.chars().noneMatch(character -> character <= ' ' || "\"'<>/=".indexOf(character) >= 0)) {
            html.append(' ').append(name).append("=\"");
            escape(attribute.getValue(), true);
            html.append('"');
        }
    }

    private void escape(String text, boolean quoted) {
        var copied = 0;
        for (var at = 0; at < text.length(); at++) {
            var reference = reference(text.charAt(at), quoted);
            if (!reference.isEmpty()) {
                html.append(text, copied, at).append(reference);
                copied = at + 1;
            }
        }
        html.append(text, copied, text.length());
    }

    private static String reference(char character, boolean quoted) {
        return switch (character) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> quoted ? "&quot;" : "";
            default -> "";
        };
    }
}
