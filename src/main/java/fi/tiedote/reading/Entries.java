package fi.tiedote.reading;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/** Divides a page into blocks that have one date and a link each; their family is how they stand in the page. */
class Entries implements NodeVisitor {
    private static final String USABLE = "a[href^=http]";
    private static final int MOST = 1000;
    private static final int LARGEST_BLOCK = 400;
    private static final int LONGEST_ROW = 800;

    private final Element body;
    private final IdentityHashMap<Element, Integer> dates = new IdentityHashMap<>();
    private final IdentityHashMap<Element, Integer> links = new IdentityHashMap<>();
    private final IdentityHashMap<Element, Integer> sizes = new IdentityHashMap<>();
    private final Set<Element> taken = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Entry> found = new ArrayList<>();

    private Entries(Element body) {
        this.body = body;
        body.traverse(this);
    }

    @Override
    public void head(Node node, int depth) {
        // What is below counts.
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element) {
            var size = sizes.merge(element, 1, Integer::sum);
            if (element.parent() != null) {
                sizes.merge(element.parent(), size, Integer::sum);
            }
        }
    }

    /** In the order of the page. */
    static List<Entry> dated(Element body, @Nullable ZoneId zone, boolean anywhere) {
        part(body);
        var entries = new Entries(body);
        var spots = Dated.in(body, zone, anywhere).stream().limit(MOST).toList();
        spots.forEach(spot -> count(entries.dates, spot));
        body.select(USABLE).stream().limit(MOST).forEach(link -> count(entries.links, link));
        spots.forEach(entries::add);
        return entries.found;
    }

    /** Headings that are links, where no date tells the blocks apart. */
    static List<Entry> headed(Element body) {
        var entries = new Entries(body);
        var headings = body.select("h2, h3, h4").stream()
                .filter(heading -> heading.selectFirst(USABLE) != null || heading.closest(USABLE) != null)
                .limit(MOST)
                .toList();
        headings.forEach(heading -> count(entries.dates, heading));
        body.select(USABLE).stream().limit(MOST).forEach(link -> count(entries.links, link));
        headings.forEach(entries::add);
        return entries.found;
    }

    /** Each line of an element that has several gets an element of its own. */
    private static void part(Element body) {
        for (var element : body.getAllElements()) {
            var lines =
                    element.textNodes().stream().filter(text -> !text.isBlank()).toList();
            if (lines.size() > 1 && element.childrenSize() > 1) {
                lines.forEach(line -> line.wrap("<span></span>"));
            }
        }
    }

    private void add(Element spot) {
        var at = spot;
        while (!at.equals(body) && at.parent() != null && (dates(at.parent()) == 1 || !leads(at))) {
            at = at.parent();
        }
        if (!taken.add(at) || !leads(at)) {
            return;
        }
        if (dates(at) > 1 && links.getOrDefault(at, 0) > 1) {
            divide(at);
        } else if (!at.equals(body) && !isLarge(at)) {
            found.add(new Entry(at, at, at.normalName() + "<" + family(at.parent())));
        }
    }

    /** What has no element of its own for each release: a date and what follows it, or a link and what follows it. */
    private void divide(Element container) {
        if (container.children().stream().filter(this::isWhole).count() > 1) {
            return;
        }
        var family = "rows<" + family(container);
        var row = new Element("div");
        var dateFirst = false;
        var hasDate = false;
        var hasLink = false;
        for (var node : container.childNodes()) {
            var dated = node instanceof Element element
                    ? dates(element) > 0
                    : Dated.first(wrapped(node), null).isPresent();
            var linked = node instanceof Element element && links.getOrDefault(element, 0) > 0;
            dateFirst |= dated && !linked && !hasLink;
            var begins = dateFirst ? dated && hasDate : linked && hasLink && hasDate;
            if (begins) {
                close(row, container, family);
                row = new Element("div");
                hasDate = false;
                hasLink = false;
            }
            if (!(node instanceof Element element && isLarge(element))) {
                row.appendChild(node.clone());
            }
            hasDate |= dated;
            hasLink |= linked;
        }
        close(row, container, family);
    }

    private void close(Element row, Element container, String family) {
        if (row.selectFirst(USABLE) != null && row.text().length() < LONGEST_ROW) {
            found.add(new Entry(row, container, family));
        }
    }

    private boolean isWhole(Element child) {
        return dates(child) == 1 && links.getOrDefault(child, 0) > 0;
    }

    private static Element wrapped(Node node) {
        return new Element("div").appendChild(node.clone());
    }

    private boolean leads(Element element) {
        return links.getOrDefault(element, 0) > 0 || element.closest(USABLE) != null;
    }

    /** What is so large is about more than one release. */
    private boolean isLarge(Element element) {
        return sizes.getOrDefault(element, 0) > LARGEST_BLOCK;
    }

    private int dates(Element element) {
        return dates.getOrDefault(element, 0);
    }

    private static void count(IdentityHashMap<Element, Integer> counts, Element element) {
        for (var at = element; at != null; at = at.parent()) {
            counts.merge(at, 1, Integer::sum);
        }
    }

    /** The way up to the page's main parts, with the classes that its elements have. */
    private static String family(@Nullable Element from) {
        return Stream.iterate(from, Objects::nonNull, Element::parent)
                .limit(3)
                .map(element -> element.normalName()
                        + element.classNames().stream()
                                .filter(name -> !name.matches("(?i).*(?:\\d|odd|even|first|last|active).*"))
                                .sorted()
                                .collect(Collectors.joining(".", ".", "")))
                .collect(Collectors.joining("<"));
    }
}
