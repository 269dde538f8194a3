package fi.tiedote.gather;

import fi.tiedote.release.Contact;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Finds the people to ask in HTML, below a heading that announces them. */
class Askable implements NodeVisitor {
    private static final List<String> ANNOUNCED = List.of(
            "lisäti",
            "tiedustelu",
            "yhteys",
            "information",
            "upplysning",
            "tilläggsuppg",
            "kontakt",
            "contact",
            "enquir");
    private static final Set<String> KEPT = Set.of("img", "figure", "table", "iframe", "video", "audio");

    private final IdentityHashMap<Line, Element> owners = new IdentityHashMap<>();
    private final List<Line> lines = new ArrayList<>();
    private final StringBuilder current = new StringBuilder();
    private Element block;

    private Askable(Element body) {
        this.block = body;
    }

    /** @return the people, who are no longer in the body then */
    static List<Contact> cut(Element body, String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        if (ANNOUNCED.stream().noneMatch(lower::contains)) {
            return List.of();
        }
        var askable = new Askable(body);
        body.traverse(askable);
        askable.endLine();
        if (!Colophon.isHeaded(askable.lines)) {
            return List.of();
        }
        var colophon = Colophon.of(askable.lines);
        askable.keepOnly(colophon.body(), body);
        return colophon.contacts();
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode text) {
            current.append(text.getWholeText());
        } else if (node instanceof Element element && (element.isBlock() || element.nameIs("br"))) {
            endLine();
            block = element.isBlock() ? element : block;
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element && element.isBlock() && element.parent() != null) {
            endLine();
            block = element.parent();
        }
    }

    private void endLine() {
        for (var line : Line.of(Plain.line(current.toString()))) {
            lines.add(line);
            owners.put(line, block);
        }
        current.setLength(0);
    }

    /** A paragraph goes when nothing is left of it; one that is cut in part stays whole. */
    private void keepOnly(List<Line> kept, Element body) {
        var stay = Collections.<Element>newSetFromMap(new IdentityHashMap<>());
        kept.forEach(line -> stay.add(owners.getOrDefault(line, body)));
        stay.add(body);
        for (var owner : owners.values()) {
            if (!stay.contains(owner)
                    && owner.getAllElements().stream().noneMatch(Askable::mustStay)
                    && isLeaf(owner)) {
                owner.remove();
            }
        }
    }

    private static boolean mustStay(Element element) {
        return KEPT.contains(element.normalName());
    }

    private boolean isLeaf(Element owner) {
        return owner.children().stream().noneMatch(Element::isBlock);
    }
}
