package fi.tiedote.gather;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;

/**
 * What an element says: plain text, or HTML. Atom says which (RFC 4287 §3.1, Atom 0.3 by {@code mode}), RSS does not.
 *
 * @param text in the form that is told
 */
record Wording(String text, boolean isHtml) {
    private static final Set<String> PLAIN = Set.of("dc:creator", "dc:title", "dc:subject", "dc:rights");

    static Wording of(Element element, FeedTree tree) {
        return tree.names().isAtom(element) ? atom(element, tree) : rss(element, tree);
    }

    String html() {
        return isHtml ? text : Entities.escape(text);
    }

    String plain() {
        return isHtml ? Plain.ofHtml(text) : Plain.line(text);
    }

    private static Wording rss(Element element, FeedTree tree) {
        if (element.firstElementChild() != null) {
            return new Wording(new Inline(tree, false).html(element), true);
        }
        var text = element.wholeText();
        var name = tree.names().of(element);
        return new Wording(text, !PLAIN.contains(name) && Plain.isMarkup(text));
    }

    private static Wording atom(Element element, FeedTree tree) {
        var type = element.attr("type").strip().toLowerCase(Locale.ROOT);
        if (type.startsWith("multipart/")) {
            return alternative(element, tree);
        }
        if (element.attr("mode").equals("base64") || isBinary(type)) {
            return decoded(element, type);
        }
        var escaped = type.equals("html")
                || type.equals("text/html")
                || element.attr("mode").equals("escaped");
        if (element.firstElementChild() != null) {
            return new Wording(new Inline(tree, !escaped).html(element), true);
        }
        var text = element.wholeText();
        return new Wording(text, isHtml(element, type, text));
    }

    /** Atom 0.3 offers several forms of one text; HTML says most. */
    private static Wording alternative(Element element, FeedTree tree) {
        var forms = element.children().stream().map(form -> of(form, tree)).toList();
        return forms.stream()
                .filter(Wording::isHtml)
                .findFirst()
                .or(() -> forms.stream().findFirst())
                .orElse(new Wording("", false));
    }

    private static boolean isHtml(Element element, String type, String text) {
        if (type.contains("html")) {
            return true;
        }
        // Many call their HTML text, or nothing; in a title Atom is taken at its word.
        var isTitle = element.tag().localName().equals("title");
        return !type.equals("text/plain") && !isTitle && Plain.isMarkup(text);
    }

    private static boolean isBinary(String type) {
        return type.contains("/") && !type.startsWith("text/") && !type.endsWith("xml") && !type.contains("html");
    }

    private static Wording decoded(Element element, String type) {
        try {
            var bytes = Base64.getMimeDecoder().decode(element.wholeText().strip());
            var text = type.isEmpty() || type.startsWith("text") || type.contains("html")
                    ? new String(bytes, StandardCharsets.UTF_8)
                    : "";
            return new Wording(text, type.contains("html"));
        } catch (IllegalArgumentException notEncoded) {
            return new Wording("", false);
        }
    }
}
