package fi.tiedote.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** HTML as the lines that a browser shows, each of which can be cut without its neighbours. */
class Printed implements NodeVisitor {
    private static final Set<String> KEPT = Set.of("img", "figure", "iframe", "video", "audio", "picture", "object");
    private static final Set<String> CELLS = Set.of("td", "th");
    private static final Pattern EMPTY_CELLS = Pattern.compile("(?:^|\\s*)(?:, )+$|^(?:, )+");

    private final List<Row> rows = new ArrayList<>();
    private final StringBuilder current = new StringBuilder();
    private List<TextNode> nodes = new ArrayList<>();

    /** @param line all of the text that stands in it */
    record Row(Line line, List<TextNode> nodes) {
        String text() {
            return line.text();
        }
    }

    static List<Row> rows(Element body) {
        var printed = new Printed();
        body.traverse(printed);
        printed.endLine();
        return List.copyOf(printed.rows);
    }

    /** Takes a line out, and what is empty without it. */
    static void cut(Row row, Element body) {
        for (var text : row.nodes()) {
            var holder = text.parent();
            var next = text.nextSibling();
            text.remove();
            if (next instanceof Element line && line.nameIs("br")) {
                line.remove();
            }
            while (holder != null && !holder.equals(body) && isEmpty(holder)) {
                var around = holder.parent();
                holder.remove();
                holder = around;
            }
        }
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode text) {
            current.append(text.getWholeText());
            if (!text.isBlank()) {
                nodes.add(text);
            }
        } else if (node instanceof Element element) {
            open(element);
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element && isLine(element)) {
            endLine();
        } else if (node instanceof Element element && element.nameIs("a")) {
            current.append(Unspoken.of(element));
        }
    }

    private void open(Element element) {
        if (isCellOfRow(element)) {
            current.append(current.isEmpty() ? "" : ", ");
        } else if (isLine(element) || element.nameIs("br")) {
            endLine();
        }
        current.append(element.nameIs("a") ? "" : Unspoken.of(element));
    }

    /** The cells of a row are one line, unless they hold paragraphs. */
    private static boolean isLine(Element element) {
        return element.isBlock() && !isCellOfRow(element);
    }

    private static boolean isCellOfRow(Element element) {
        return CELLS.contains(element.normalName());
    }

    private void endLine() {
        var text = Plain.line(current.toString());
        if (text.startsWith(", ") || text.endsWith(", ")) {
            text = EMPTY_CELLS.matcher(text).replaceAll("");
        }
        for (var line : Line.of(text)) {
            rows.add(new Row(new Line(line.text(), true), nodes));
        }
        nodes = new ArrayList<>();
        current.setLength(0);
    }

    private static boolean isKept(Element element) {
        return KEPT.contains(element.normalName()) && !Unspoken.isAtSign(element);
    }

    private static boolean isEmpty(Element element) {
        return element.text().isBlank() && element.getAllElements().stream().noneMatch(Printed::isKept);
    }
}
