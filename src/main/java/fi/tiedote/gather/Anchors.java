package fi.tiedote.gather;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** Finds the address where people read an item, or a whole feed. */
class Anchors {
    private static final Set<String> ALTERNATE = Set.of("", "alternate");
    private static final String IANA = "http://www.iana.org/assignments/relation/";

    private Anchors() {}

    /** Empty without any; where a service stands between, it is the address behind it. */
    static String ofItem(Branch item) {
        return original(item)
                .or(() -> of(item))
                .or(() -> permalink(item))
                .or(() -> attribute(item.element(), "rdf:about", item).filter(about -> about.startsWith("http")))
                .or(() -> item.all("content")
                        .flatMap(content -> attribute(content, "src", item).stream())
                        .findFirst())
                .or(() -> Optional.of(item.text("id", "atom:id")).filter(id -> id.startsWith("http")))
                .orElse("");
    }

    static String ofFeed(Branch channel) {
        return of(channel)
                .or(() -> attribute(channel.element(), "rdf:about", channel))
                .orElse("");
    }

    /** What an item, or a feed, is called for ever; empty where it is not. */
    static String id(Branch branch) {
        return branch.first("guid", "id", "atom:id", "dc:identifier")
                .map(id -> id(id, branch.tree()))
                .orElseGet(() -> branch.element().attr("rdf:about").strip());
    }

    /** RFC 4287 §4.2.6: an id of Atom is absolute; whoever writes a path, or a base around it, has meant its address. */
    private static String id(Element element, FeedTree tree) {
        var id = Branch.line(element);
        var isPath = id.startsWith("/") || tree.hasBase(element);
        return isPath && tree.names().isAtom(element) ? tree.resolved(element, id) : id;
    }

    /** RFC 4287 §4.2.7.2: a registered name, or the same behind IANA's address. */
    static String relation(Element link) {
        var relation = link.attr("rel").strip().toLowerCase(Locale.ROOT);
        return relation.startsWith(IANA) ? relation.substring(IANA.length()) : relation;
    }

    private static Optional<String> of(Branch branch) {
        return branch.first("link")
                .filter(link -> !link.hasAttr("href"))
                .map(link -> branch.tree().named(link, Branch.line(link)))
                .or(() -> alternate(branch))
                .or(() -> attribute(branch.element(), "href", branch));
    }

    /** Of several the one for people, which is HTML. */
    private static Optional<String> alternate(Branch branch) {
        return alternates(branch)
                .filter(link -> link.attr("type").contains("html"))
                .findFirst()
                .or(() -> alternates(branch).findFirst())
                .map(link -> branch.tree().named(link, link.attr("href")));
    }

    private static Stream<Element> alternates(Branch branch) {
        return branch.all("link", "atom:link", "xhtml:link")
                .filter(link -> link.hasAttr("href") && ALTERNATE.contains(relation(link)));
    }

    private static Optional<String> original(Branch item) {
        return item.first("feedburner:origlink").map(link -> item.tree().named(link, Branch.line(link)));
    }

    /** RSS 2.0: a guid is a link unless it says that it is none. */
    private static Optional<String> permalink(Branch item) {
        return item.first("guid")
                .filter(guid -> !guid.attr("ispermalink").strip().equalsIgnoreCase("false"))
                .filter(guid -> guid.hasAttr("ispermalink")
                        || isAddress(Branch.line(guid), item.tree().base(guid)))
                .map(guid -> item.tree().named(guid, Branch.line(guid)));
    }

    private static boolean isAddress(String guid, String base) {
        return guid.regionMatches(true, 0, "http", 0, 4) || Links.lacksScheme(base, guid);
    }

    private static Optional<String> attribute(Element element, String name, Branch branch) {
        return Optional.of(element.attr(name)).filter(value -> !value.isBlank()).map(value -> branch.tree()
                .named(element, value));
    }
}
