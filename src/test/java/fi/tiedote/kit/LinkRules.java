package fi.tiedote.kit;

import static fi.tiedote.kit.Markup.children;

import java.util.List;
import org.w3c.dom.Element;

/** Links of Atom (RFC 4287 §4.2.7), also where they stand in RSS. */
record LinkRules(Markup markup, String name) {
    void of(Element parent) {
        children(parent, name).forEach(this::link);
        markup.unique(
                parent,
                children(parent, name)
                        .filter(link -> !link.getAttribute("rel").equals("enclosure"))
                        .map(link -> link.getAttribute("rel") + " " + link.getAttribute("type") + " "
                                + link.getAttribute("hreflang")));
    }

    private void link(Element link) {
        markup.attributes(link, List.of("href", "rel"), List.of("type", "hreflang", "length", "title"));
        markup.address(link, link.getAttribute("href"));
        if (link.hasAttribute("type")) {
            markup.mediaType(link, link.getAttribute("type"));
        }
        if (link.hasAttribute("hreflang")) {
            markup.language(link, link.getAttribute("hreflang"));
        }
        if (link.hasAttribute("length")) {
            markup.number(link, link.getAttribute("length"));
        }
    }
}
