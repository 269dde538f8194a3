package fi.tiedote.kit;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What validators of several formats have in common: how often which child may stand, and how dates and addresses look. */
class Markup {
    static final int ANY = Integer.MAX_VALUE;

    private static final Pattern ADDRESS = Pattern.compile("https?://[!-~&&[^<>\"{}|\\\\^`]]+");
    private static final Pattern MOMENT =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)");

    private static final String FORBIDDEN =
            "script|style|iframe|form|object|embed|meta|svg|math|link|base|input|button|template|noscript";

    final List<String> complaints = new ArrayList<>();
    private final Instant now;

    Markup(Instant now) {
        this.now = now;
    }

    static Element parse(byte[] bytes) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(bytes))
                .getDocumentElement();
    }

    static List<Element> children(Element parent) {
        var nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList();
    }

    static Stream<Element> children(Element parent, String name) {
        return children(parent).stream().filter(child -> child.getNodeName().equals(name));
    }

    static String text(Element parent, String name) {
        return children(parent, name).map(Node::getTextContent).findFirst().orElse("");
    }

    /** @param allowed most times that a child may stand, by its name */
    void children(Element parent, List<String> required, Map<String, Integer> allowed) {
        for (var name : required) {
            if (children(parent, name).findAny().isEmpty()) {
                complain(parent, "lacks " + name);
            }
        }
        for (var child : children(parent)) {
            var name = child.getNodeName();
            if (!allowed.containsKey(name)) {
                complain(parent, "may not have " + name);
            } else if (children(parent, name).count() > allowed.get(name)) {
                complain(parent, "has several " + name);
            }
        }
    }

    void attributes(Element element, List<String> required, List<String> allowed) {
        required.stream()
                .filter(name -> !element.hasAttribute(name))
                .forEach(name -> complain(element, "lacks the attribute " + name));
        var given = element.getAttributes();
        for (var at = 0; at < given.getLength(); at++) {
            var attribute = given.item(at);
            if (!attribute.getNodeName().startsWith("xmlns")
                    && !required.contains(attribute.getNodeName())
                    && !allowed.contains(attribute.getNodeName())) {
                complain(element, "may not have the attribute " + attribute.getNodeName());
            }
            legible(element, attribute.getNodeValue());
            if (attribute.getNodeValue().isBlank()) {
                complain(element, attribute.getNodeName() + " is empty");
            }
        }
    }

    void address(Element element, String text) {
        try {
            if (!ADDRESS.matcher(text).matches() || new URI(text).getHost() == null) {
                complain(element, "no full address: " + text);
            }
        } catch (URISyntaxException e) {
            complain(element, "no address: " + text);
        }
    }

    /** RFC 822 with a year of four digits, as both RSS and OPML want it. */
    void mailDate(Element element) {
        try {
            past(element, DateTimeFormatter.RFC_1123_DATE_TIME.parse(element.getTextContent(), Instant::from));
        } catch (DateTimeParseException e) {
            complain(element, "no date of RFC 822: " + element.getTextContent());
        }
    }

    void moment(Element element, String text) {
        if (MOMENT.matcher(text).matches()) {
            past(element, OffsetDateTime.parse(text).toInstant());
        } else {
            complain(element, "no date of RFC 3339: " + text);
        }
    }

    void number(Element element, String text) {
        if (!text.matches("[1-9][0-9]*")) {
            complain(element, "no number: " + text);
        }
    }

    void mediaType(Element element, String text) {
        if (!text.matches("[a-zA-Z0-9][a-zA-Z0-9!#$&^_.+-]*/[a-zA-Z0-9][a-zA-Z0-9!#$&^_.+-]*")) {
            complain(element, "no media type: " + text);
        }
    }

    void language(Element element, String text) {
        if (!text.matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")) {
            complain(element, "no language: " + text);
        }
    }

    /** Text that says something and has no space around it. */
    void line(Element element) {
        var text = element.getTextContent();
        legible(element, text);
        if (text.isBlank() || !text.equals(text.strip())) {
            complain(element, "blank, or space around: \"" + text + "\"");
        }
    }

    /** HTML that means the same wherever it is read, and runs nothing. */
    void html(Element element) {
        var text = element.getTextContent();
        legible(element, text);
        var parsed = Jsoup.parseBodyFragment(text);
        for (var linked : parsed.select("[href], [src], [cite], [longdesc], [poster], [srcset]")) {
            for (var attribute : List.of("href", "src", "cite", "longdesc", "poster")) {
                var value = linked.attr(attribute);
                if (linked.hasAttr(attribute) && !value.matches("(?s)(https?|mailto|tel|data):.*")) {
                    complain(element, "relative or odd address in HTML: " + value);
                }
            }
        }
        parsed.body().getAllElements().stream()
                .filter(each -> each.normalName().matches(FORBIDDEN))
                .forEach(each -> complain(element, "HTML that must not be: " + each.normalName()));
        parsed.body().getAllElements().stream()
                .flatMap(each -> each.attributes().asList().stream())
                .filter(attribute -> attribute.getKey().matches("(?i)on.*|style|srcdoc|formaction"))
                .forEach(attribute -> complain(element, "attribute that must not be: " + attribute.getKey()));
    }

    /** Control characters beyond ASCII are a charset that was misread. */
    private void legible(Element element, String text) {
        if (text.chars().anyMatch(character -> character >= 0x7F && character <= 0x9F)) {
            complain(element, "bad characters: " + text);
        }
    }

    void unique(Element element, Stream<String> values) {
        var list = values.toList();
        if (list.stream().distinct().count() < list.size()) {
            complain(element, "the same twice: " + list);
        }
    }

    final void complain(Element element, String what) {
        complaints.add(element.getNodeName() + " " + what);
    }

    private void past(Element element, Instant moment) {
        if (moment.isAfter(now)) {
            complain(element, "is in the future: " + moment);
        }
    }
}
