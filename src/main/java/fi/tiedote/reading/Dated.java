package fi.tiedote.reading;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/** Finds the elements of a page that say when something was published. */
class Dated implements NodeVisitor {
    private static final int MOST = 1000;
    private static final int NEAR_THE_BEGINNING = 14;
    private static final int SHORT = 60;
    private static final int BOX = 40;
    private static final String[] ATTRIBUTES = {"datetime", "data-date", "data-published", "data-datetime", "data-time"
    };

    private final @Nullable ZoneId zone;
    private final boolean anywhere;
    private final IdentityHashMap<Element, Instant> spots = new IdentityHashMap<>();
    private final List<Element> inOrder = new ArrayList<>();
    private boolean linkSince = true;

    private Dated(@Nullable ZoneId zone, boolean anywhere) {
        this.zone = zone;
        this.anywhere = anywhere;
    }

    /**
     * Of several without a link between them the first.
     *
     * @param anywhere whether a date counts that stands within or behind the text of a link
     */
    static List<Element> in(Element body, @Nullable ZoneId zone, boolean anywhere) {
        return found(body, zone, anywhere).inOrder;
    }

    static Optional<Instant> first(Element entry, @Nullable ZoneId zone) {
        return Stream.of(false, true)
                .map(anywhere -> found(entry, zone, anywhere))
                .flatMap(dated -> dated.inOrder.stream().map(dated.spots::get))
                .findFirst();
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof Element element && inOrder.size() < MOST) {
            linkSince |= element.nameIs("a") && element.hasAttr("href");
            moment(element).ifPresent(moment -> add(element, moment));
        }
    }

    private static Dated found(Element body, @Nullable ZoneId zone, boolean anywhere) {
        var dated = new Dated(zone, anywhere);
        body.traverse(dated);
        return dated;
    }

    private void add(Element element, Instant moment) {
        if (linkSince && spots.put(element, moment) == null) {
            inOrder.add(element);
            linkSince = false;
        }
    }

    private Optional<Instant> moment(Element element) {
        return Stream.of(ATTRIBUTES)
                .map(element::attr)
                .filter(text -> !text.isEmpty())
                .flatMap(text -> Dates.moment(text, zone).stream())
                .findFirst()
                .or(() -> element.textNodes().stream()
                        .flatMap(text -> written(text, element).stream())
                        .findFirst())
                .or(() -> box(element));
    }

    private Optional<Instant> written(TextNode node, Element element) {
        var text = Plain.line(node.getWholeText());
        var date = DateWords.in(text, zone);
        if (date.isEmpty() || anywhere || date.get().from() < NEAR_THE_BEGINNING) {
            return date.map(DateWords::moment);
        }
        var isTitle = element.closest("a, h1, h2, h3, h4, h5, h6") != null;
        return isTitle || text.length() > SHORT ? Optional.empty() : date.map(DateWords::moment);
    }

    /** Day, month and year each in an element of its own. */
    private Optional<Instant> box(Element element) {
        var isBox = element.childrenSize() > 1
                && element.childrenSize() < 5
                && element.children().stream().noneMatch(child -> child.childrenSize() > 0 || child.nameIs("a"));
        if (!isBox) {
            return Optional.empty();
        }
        var text = Plain.line(String.join(" ", element.children().eachText()));
        return text.length() > BOX ? Optional.empty() : DateWords.in(text, zone).map(DateWords::moment);
    }
}
