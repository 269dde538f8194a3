package fi.tiedote.gather;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** The elements of a feed, found however it is nested, with what holds for all below: base address and language. */
class FeedTree {
    /** Deeper elements are siblings: whoever nests so deep has closed nothing. */
    private static final int DEEPEST = 256;

    /** Unclosed, it hides all that follows. */
    private static final Pattern DOCTYPE = Pattern.compile("(?i)<!DOCTYPE[^<]*+");

    private static final Pattern NO_LINE_END = Pattern.compile("[^\\r\\n]");

    private static final Pattern ATTRIBUTE = Pattern.compile("[\\w:.-]+");

    private static final Set<String> HEADS = Set.of("rss", "rdf", "feed", "channel");
    private static final Set<String> ITEMS = Set.of("item", "entry");

    private final Element head;
    private final List<Element> items;
    private final Names names;
    private final Origin origin;
    private final @Nullable Element inner;
    private final String text;
    private final boolean hasBases;

    private FeedTree(Element head, List<Element> elements, Origin origin, String text) {
        this.head = head;
        this.origin = origin;
        this.text = text;
        this.hasBases = text.contains("xml:base");
        this.names = new Names(head);
        this.inner = head.tag().localName().equals("channel") ? null : first(elements, "channel");
        this.items = items(elements);
    }

    /**
     * Empty when nothing in it is a feed.
     *
     * @param clean as {@link XmlText} has it
     */
    static Optional<FeedTree> of(String clean, Origin origin) {
        return parsed(clean, origin)
                .or(() -> DOCTYPE.matcher(clean).find() ? parsed(withoutDoctype(clean), origin) : Optional.empty());
    }

    /** All else stays where it was. */
    private static String withoutDoctype(String clean) {
        return DOCTYPE.matcher(clean)
                .replaceAll(found -> NO_LINE_END.matcher(found.group()).replaceAll(" "));
    }

    /** The start tags that are open where the first item begins. */
    String opening() {
        var inside = inner == null ? head : inner;
        var opening = new StringBuilder();
        for (var at = items.isEmpty() ? inside : items.get(0).parent(); at != null; at = at.parent()) {
            opening.insert(0, at instanceof Document ? "" : start(at));
        }
        return opening.toString();
    }

    private static String start(Element element) {
        return element.attributes().asList().stream()
                .filter(attribute -> ATTRIBUTE.matcher(attribute.getKey()).matches())
                .map(attribute -> " %s=\"%s\"".formatted(attribute.getKey(), Entities.escape(attribute.getValue())))
                .collect(Collectors.joining("", "<" + element.tagName(), ">"));
    }

    Names names() {
        return names;
    }

    Origin origin() {
        return origin;
    }

    Format format() {
        var name = head.tag().localName();
        return name.equals("feed") || name.equals("entry") ? Format.ATOM : Format.RSS;
    }

    List<Element> items() {
        return items;
    }

    /** Where each of them begins in the text. Only who has to complain asks: it costs a second parse. */
    List<Integer> places() {
        var elements = Jsoup.parse(text, "", parser().setTrackPosition(true)).getAllElements();
        return items(elements).stream()
                .map(element -> element.sourceRange().startPos())
                .toList();
    }

    private List<Element> items(List<Element> elements) {
        return elements.stream()
                .filter(element -> ITEMS.contains(element.tag().localName()))
                .filter(element -> ITEMS.contains(names.of(element).replaceFirst("^(?:rdf|atom):", "")))
                .toList();
    }

    /** What is said of the whole: in the channel, or beside it. */
    Branch channel() {
        var branch = new Branch(inner == null ? head : inner, this);
        if (inner != null) {
            branch.add(head);
        }
        return branch;
    }

    /** @return absolute where any base is known, else as it is written */
    String resolved(Element element, String link) {
        return Links.resolve(base(element), link);
    }

    /** The same, for an element that is an address and nothing else. */
    String named(Element element, String link) {
        return Links.named(base(element), link);
    }

    /** Nested bases resolve against each other, the outermost against the feed's own address (XML Base §4). */
    String base(Element element) {
        var base = origin.url().toString();
        if (!hasBases) {
            return base;
        }
        var written = new ArrayList<String>();
        for (var at = element; at != null; at = at.parent()) {
            if (at.hasAttr("xml:base")) {
                written.add(0, at.attr("xml:base"));
            }
        }
        for (var next : written) {
            base = Links.resolve(base, next);
        }
        return base;
    }

    boolean hasBase(Element element) {
        return hasBases && element.closest("[xml:base]") != null;
    }

    /** The nearest {@code xml:lang}; empty without one. */
    static String language(Element element) {
        for (var at = element; at != null; at = at.parent()) {
            if (at.hasAttr("xml:lang")) {
                return at.attr("xml:lang").strip();
            }
        }
        return "";
    }

    private static Optional<FeedTree> parsed(String clean, Origin origin) {
        var elements = Jsoup.parse(clean, "", parser()).getAllElements();
        return head(elements).map(head -> {
            Nesting.mend(elements);
            return new FeedTree(head, elements, origin, clean);
        });
    }

    private static Parser parser() {
        return Parser.xmlParser().settings(new ParseSettings(false, false)).setMaxDepth(DEEPEST);
    }

    private static @Nullable Element first(List<Element> elements, String name) {
        return elements.stream()
                .filter(element -> element.tag().localName().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** An item alone, as what is left of a broken feed, is a feed, too. */
    private static Optional<Element> head(List<Element> elements) {
        return elements.stream()
                .filter(element -> HEADS.contains(element.tag().localName()))
                .findFirst()
                .or(() -> elements.stream()
                        .filter(element -> ITEMS.contains(element.tag().localName()))
                        .findFirst());
    }
}
