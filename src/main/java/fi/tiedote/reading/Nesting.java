package fi.tiedote.reading;

import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Puts beside each other what stands inside each other because somebody has not closed an element. */
class Nesting {
    private static final Set<String> LINES = Set.of(
            "title",
            "link",
            "guid",
            "pubdate",
            "lastbuilddate",
            "category",
            "comments",
            "language",
            "copyright",
            "ttl");
    private static final Set<String> TEXTS = Set.of("description", "content:encoded", "author", "dc:creator");
    private static final Set<String> FIELDS = Set.of(
            "item",
            "title",
            "link",
            "description",
            "guid",
            "pubdate",
            "author",
            "category",
            "comments",
            "enclosure",
            "dc:date",
            "dc:creator",
            "content:encoded");
    /** HTML has elements of these names, too. */
    private static final Set<String> AMBIGUOUS = Set.of("title", "author");

    private Nesting() {}

    /** @param elements in the order of the document */
    static void mend(List<Element> elements) {
        for (var element : elements) {
            var isLine = LINES.contains(element.tagName());
            if ((isLine || TEXTS.contains(element.tagName())) && element.firstElementChild() != null) {
                mend(element, isLine);
            }
        }
    }

    private static void mend(Element element, boolean isLine) {
        for (var child = element.firstElementChild(); child != null; child = child.nextElementSibling()) {
            if (isField(child, isLine)) {
                moveOut(element, child);
                return;
            }
        }
    }

    private static boolean isField(Element child, boolean inLine) {
        var name = child.tagName();
        var isHtml = !inLine && (AMBIGUOUS.contains(name) || (name.equals("link") && child.hasAttr("rel")));
        return FIELDS.contains(name) && !isHtml && !child.hasAttr("xmlns");
    }

    private static void moveOut(Element element, Element first) {
        var parent = element.parent();
        if (parent != null) {
            var moved = List.copyOf(element.childNodes().subList(first.siblingIndex(), element.childNodeSize()));
            parent.insertChildren(element.siblingIndex() + 1, moved);
        }
    }
}
