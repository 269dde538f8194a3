package fi.tiedote.reading;

import fi.tiedote.reading.Family.Listed;
import java.net.URI;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** The list of releases that a page has: by rules, or the one of its lists that looks most like it. */
public class Listing {
    private static final String AROUND =
            "script, style, template, noscript, nav, [role=navigation], [role=menu], [role=dialog],"
                    + " [role=contentinfo], [role=banner], [role=search], [hidden], dialog, select, .sr-only, .visually-hidden";
    private static final int ENOUGH_PROSE = 250;

    private final Page page;
    private final PageRules rules;
    private final Element body;
    private final List<Listed> blocks;

    public Listing(Page page, PageRules rules) {
        this.page = page;
        this.rules = rules;
        this.body = page.document().clone().body();
        this.blocks = rules.entry() == null ? byStructure() : byRules(rules.entry());
    }

    /** In the order of the page, each address once. */
    public List<Row> rows() {
        var seen = new HashSet<URI>();
        return blocks.stream()
                .map(Listed::row)
                .filter(row -> seen.add(row.url()))
                .toList();
    }

    /** The releases themselves, where the page has all that there is of each. */
    public List<Item> items() {
        return blocks.stream()
                .map(listed -> listed.entry().item(listed.row(), page, rules))
                .toList();
    }

    /** Whether it is what the page is for, rather than what stands beside an article. */
    boolean isAll() {
        var rows = rows();
        var listed = rows.stream()
                .mapToInt(row -> row.title().length() + row.lead().length())
                .sum();
        if (rows.size() < 2) {
            return false;
        }
        blocks.stream()
                .map(block -> block.entry().block())
                .filter(Element::hasParent)
                .forEach(Element::remove);
        Frame.cut(body);
        var prose = new Prose(body).weight(body);
        var isArticle = page.graph().hasArticle() || page.meta("og:type").equals("article");
        return prose < (isArticle ? listed / 2 : Math.max(ENOUGH_PROSE, listed * 3));
    }

    public Optional<URI> next() {
        return Pager.next(page, rules);
    }

    private List<Listed> byRules(Pick entry) {
        return listed(entry.elements(body)
                .map(block -> new Entry(block, block, "rule"))
                .toList());
    }

    private List<Listed> byStructure() {
        body.select(AROUND).stream().filter(element -> !element.nameIs("body")).forEach(Element::remove);
        body.select("header, footer").stream()
                .filter(element -> element.closest("main, article, [role=main], li") == null)
                .forEach(Element::remove);
        return Stream.<Supplier<List<Entry>>>of(
                        () -> Entries.dated(body, page.origin().zone(), false),
                        () -> Entries.dated(body, page.origin().zone(), true),
                        () -> Entries.headed(body))
                .map(way -> best(listed(way.get())))
                .filter(best -> best.size() > 1)
                .findFirst()
                .orElse(List.of());
    }

    private List<Listed> listed(List<Entry> entries) {
        return entries.stream()
                .flatMap(entry -> entry.row(page, rules).map(row -> new Listed(entry, row)).stream())
                .toList();
    }

    private static List<Listed> best(List<Listed> all) {
        return all.stream()
                .collect(Collectors.groupingBy(
                        listed -> listed.entry().family(), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(Family::new)
                .filter(family -> family.size() > 1)
                .max(Comparator.comparingDouble(Family::score))
                .map(family -> family.with(all).blocks())
                .orElse(List.of());
    }
}
