package fi.tiedote.reading;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;

/**
 * What an element says: plain text, or HTML. Atom says which (RFC 4287 §3.1, Atom 0.3 by {@code mode}), RSS does not.
 *
 * @param text in the form that is told
 */
record Wording(String text, boolean isHtml) {
    private static final Set<String> PLAIN = Set.of("dc:creator", "dc:title", "dc:subject", "dc:rights");

    /** By RSS 1.0's module Content, whatever is in it. */
    private static final String HTML = "content:encoded";

    private static final Set<String> LONG = Set.of("content", "summary");

    /** Whoever writes about a tag does not close it. */
    private static final Pattern IN_EARNEST = Pattern.compile("(?i)</\\w|<(?:br|hr|img|li|p)\\b|&[#\\w]+;");

    private static final Pattern MEDIA = Pattern.compile("(?:image|audio|video|font)/.*");
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/\\s]++={0,2}");
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0E-\\x1F]");

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
        return new Wording(text, name.equals(HTML) || (!PLAIN.contains(name) && Plain.isMarkup(text)));
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
            return new Wording(new Inline(tree, !escaped).html(within(element, type)), true);
        }
        var text = element.wholeText();
        return new Wording(text, isHtml(element, type, text));
    }

    /** RFC 4287 §3.1.1.3: the {@code div} around XHTML is no part of it. Atom 0.3 has it otherwise, and other names. */
    private static Element within(Element element, String type) {
        var isWrapped = type.endsWith("html") && !type.contains("/") && element.childrenSize() == 1;
        var only = isWrapped && element.ownText().isBlank() ? element.firstElementChild() : null;
        return only != null && only.tag().localName().equals("div") ? only : element;
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
        // Many call their HTML text, or nothing; where no long text is due Atom is taken at its word.
        return !type.equals("text/plain")
                && LONG.contains(element.tag().localName())
                && Plain.isMarkup(text)
                && IN_EARNEST.matcher(text).find();
    }

    private static boolean isBinary(String type) {
        return type.contains("/") && !type.startsWith("text/") && !type.endsWith("xml") && !type.contains("html");
    }

    /** RFC 4287 §4.1.3.3; where it is no text, only its bytes may be meant, and nobody can read them. */
    private static Wording decoded(Element element, String type) {
        var written = element.wholeText().strip();
        var text = encoded(written).or(() -> isText(element, written) ? Optional.of(written) : Optional.empty());
        return text.filter(read -> !MEDIA.matcher(type).matches())
                .map(read -> new Wording(read, type.contains("html") || Plain.isMarkup(read)))
                .orElse(new Wording("", false));
    }

    /** What is called binary and is not encoded, or has a title's name, was never binary. */
    private static boolean isText(Element element, String written) {
        return !element.tag().localName().equals("content")
                || !BASE64.matcher(written).matches();
    }

    private static Optional<String> encoded(String written) {
        if (!BASE64.matcher(written).matches()) {
            return Optional.empty();
        }
        try {
            var bytes = ByteBuffer.wrap(Base64.getMimeDecoder().decode(written));
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString())
                    .filter(text -> !CONTROL.matcher(text).find());
        } catch (IllegalArgumentException | CharacterCodingException noText) {
            return Optional.empty();
        }
    }
}
