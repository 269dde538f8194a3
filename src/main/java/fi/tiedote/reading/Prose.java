package fi.tiedote.reading;

import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/** Finds where the running text of a page is, by how much text stands outside of links. Weighed once, at its making. */
class Prose implements NodeVisitor {
    private static final Set<String> CONTAINERS =
            Set.of("body", "main", "article", "section", "div", "form", "table", "tbody", "tr", "td", "center", "span");
    private static final Set<String> SILENT = Set.of("script", "style", "template", "noscript");
    private static final int SHORTEST_LINE = 20;
    private static final int SHORTEST_TEXT = 60;

    private final IdentityHashMap<Element, Integer> weights = new IdentityHashMap<>();
    private final IdentityHashMap<Element, Boolean> headed = new IdentityHashMap<>();
    private final Element body;
    private int links;

    Prose(Element body) {
        this.body = body;
        body.traverse(this);
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof Element element) {
            links += element.nameIs("a") ? 1 : 0;
            weights.put(element, links > 0 || SILENT.contains(element.normalName()) ? 0 : own(element));
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element) {
            links -= element.nameIs("a") ? 1 : 0;
            var parent = element.parent();
            if (!element.equals(body) && parent != null) {
                weights.merge(parent, weight(element), Integer::sum);
                if (isHeaded(element)) {
                    headed.put(parent, true);
                }
            }
        }
    }

    /** Characters of text outside of links, in lines that are long enough to be sentences. */
    int weight(Element element) {
        return weights.getOrDefault(element, 0);
    }

    /** Whether it has the page's heading, or more than half of its text. */
    boolean isMain(Element element) {
        return weight(element) * 2 > weight(body) || isHeaded(element);
    }

    /** The element that has all of it, and as little else as can be. */
    Element root() {
        return heaviest("[itemprop=articleBody]")
                .filter(marked -> weight(marked) > SHORTEST_TEXT)
                .orElseGet(() -> narrowed(start()));
    }

    private boolean isHeaded(Element element) {
        return headed.containsKey(element)
                || element.nameIs("h1")
                || element.attr("itemprop").equals("articleBody");
    }

    /** The article that the page is about. */
    private Element start() {
        return heaviest("article")
                .filter(article -> weight(article) * 2 > weight(body))
                .or(() -> heaviest("main, [role=main]").filter(main -> weight(main) * 2 > weight(body)))
                .orElse(body);
    }

    private Optional<Element> heaviest(String css) {
        return body.select(css).stream().max(Comparator.comparingInt(this::weight));
    }

    private Element narrowed(Element from) {
        var at = from;
        for (var next = step(at); next != null; next = step(at)) {
            at = next;
        }
        return at;
    }

    private @Nullable Element step(Element at) {
        var best = at.children().stream()
                .filter(child -> CONTAINERS.contains(child.normalName()))
                .max(Comparator.comparingInt(this::weight))
                .orElse(null);
        if (best == null || weight(best) == 0) {
            return null;
        }
        var rest = weight(at) - weight(best);
        return rest < SHORTEST_TEXT || rest * 20 < weight(at) ? best : null;
    }

    private static int own(Element element) {
        var length = 0;
        for (var child = element.firstChild(); child != null; child = child.nextSibling()) {
            length += child instanceof TextNode text ? text.text().strip().length() : 0;
        }
        return length >= SHORTEST_LINE ? length : 0;
    }
}
