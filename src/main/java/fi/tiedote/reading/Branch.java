package fi.tiedote.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** An element of a feed with its children by name. */
class Branch {
    private final Element element;
    private final FeedTree tree;
    private final Map<String, List<Element>> children = new HashMap<>();

    Branch(Element element, FeedTree tree) {
        this.element = element;
        this.tree = tree;
        add(element);
    }

    /** Also what is written beside it: a channel's fields may stand outside of it. */
    void add(Element other) {
        for (var child = other.firstElementChild(); child != null; child = child.nextElementSibling()) {
            children.computeIfAbsent(tree.names().of(child), name -> new ArrayList<>())
                    .add(child);
        }
    }

    Element element() {
        return element;
    }

    FeedTree tree() {
        return tree;
    }

    /** Those of the first name, then those of the second, and so on. */
    Stream<Element> all(String... names) {
        return Stream.of(names).flatMap(name -> children.getOrDefault(name, List.of()).stream());
    }

    /** The first that is not empty. */
    Optional<Element> first(String... names) {
        return all(names).filter(child -> !isEmpty(child)).findFirst();
    }

    /** The first that says something, on one line; empty without one. */
    String text(String... names) {
        return first(names).map(Branch::line).orElse("");
    }

    /** The first that says something, read as text for people. */
    String plain(String... names) {
        return all(names)
                .map(child -> Wording.of(child, tree).plain())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    Stream<Branch> branches(String... names) {
        return all(names).map(child -> new Branch(child, tree));
    }

    static String line(Element element) {
        return Plain.line(element.wholeText());
    }

    private static boolean isEmpty(Element element) {
        return element.firstElementChild() == null && element.wholeText().isBlank();
    }
}
