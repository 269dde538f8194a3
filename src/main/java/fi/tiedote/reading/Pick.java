package fi.tiedote.reading;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector;

/**
 * Where something stands in HTML: {@code h2 a}, or the value of an attribute: {@code time@datetime}; {@code @href} alone is
 * the element's own. A class, because a selector has no equality of its own.
 */
public final class Pick {
    private static final Pattern FORM = Pattern.compile("(.*?)(?:@([A-Za-z][\\w:-]*))?", Pattern.DOTALL);

    private final String text;
    private final Evaluator evaluator;
    private final String attribute;

    private Pick(String text, Evaluator evaluator, String attribute) {
        this.text = text;
        this.evaluator = evaluator;
        this.attribute = attribute;
    }

    /** @throws IllegalArgumentException for what is no selector of CSS */
    public static Pick of(String text) {
        var parts = FORM.matcher(text.strip());
        var css = parts.matches() ? parts.group(1).strip() : "";
        var attribute = parts.group(2) == null ? "" : parts.group(2);
        try {
            return new Pick(text, QueryParser.parse(css.isEmpty() && !attribute.isEmpty() ? "*" : css), attribute);
        } catch (Selector.SelectorParseException | IllegalArgumentException bad) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no CSS selector, with or without @attribute behind it: " + bad.getMessage());
        }
    }

    /** In the order of the page; the element itself counts. */
    Stream<Element> elements(Element within) {
        return attribute.isEmpty() || !text.strip().startsWith("@")
                ? within.select(evaluator).stream()
                : Stream.of(within);
    }

    /** What each says, on one line; those that say nothing are left out. */
    Stream<String> texts(Element within) {
        return elements(within)
                .map(element -> attribute.isEmpty() ? element.text() : element.attr(attribute))
                .map(Plain::line)
                .filter(found -> !found.isEmpty());
    }

    Optional<String> text(Element within) {
        return texts(within).findFirst();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Pick pick && text.equals(pick.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
