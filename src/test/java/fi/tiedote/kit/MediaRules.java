package fi.tiedote.kit;

import static fi.tiedote.kit.Markup.children;

import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;

/** Media RSS 1.5.1, as far as pictures need it. */
record MediaRules(Markup markup) {
    void of(Element item) {
        children(item, "media:content").forEach(this::content);
    }

    private void content(Element content) {
        markup.attributes(content, List.of("url", "type", "medium"), List.of("fileSize"));
        markup.children(content, List.of(), Map.of("media:description", 1, "media:credit", 1));
        markup.address(content, content.getAttribute("url"));
        markup.mediaType(content, content.getAttribute("type"));
        if (content.hasAttribute("fileSize")) {
            markup.number(content, content.getAttribute("fileSize"));
        }
        for (var text : Markup.children(content)) {
            markup.line(text);
            markup.attributes(text, List.of(), List.of("type"));
        }
    }
}
