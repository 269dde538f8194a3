package fi.tiedote.gather;

import java.net.URI;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** The list of releases that a page has: by rules, or the one of its lists that looks most like it. */
class Listing {
    private static final String AROUND =
            "script, style, template, noscript, nav, [role=navigation], [role=menu], [role=dialog],"
                    + " [role=contentinfo], [role=banner], [role=search], [hidden], dialog, select, .sr-only, .visually-hidden";
    private static final Pattern NEWS = Pattern.compile(
            "(?iu).*(?:tiedot|uuti|ajankoht|news|nyhe|aktuell|press|media|meddelan|release|archive|arkisto|arkiv|blog).*");
    private static final Pattern EVENTS = Pattern.compile(
            "(?iu).*(?:tapahtum|event|evenemang|kalenter|kalender|calend|kokou|möte|meeting|avoimet|vacanc|jobs).*");
    private static final int ENOUGH_PROSE = 250;

    private final Page page;
    private final PageRules rules;
    private final Element body;
    private final List<Entry> entries;

    Listing(Page page, PageRules rules) {
        this.page = page;
        this.rules = rules;
        this.body = page.document().clone().body();
        this.entries = rules.entry() == null
                ? byStructure()
                : rules.entry()
                        .elements(body)
                        .map(block -> new Entry(block, "rule"))
                        .toList();
    }

    /** In the order of the page, each address once. */
    List<Row> rows() {
        return Entry.rows(entries, page, rules);
    }

    /** The releases themselves, where the page has all that there is of each. */
    List<Item> items() {
        return entries.stream()
                .flatMap(entry -> entry.item(page, rules).stream())
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
        entries.stream().map(Entry::block).filter(Element::hasParent).forEach(Element::remove);
        Frame.cut(body);
        var prose = new Prose(body).weight(body);
        var isArticle = page.graph().hasArticle() || page.meta("og:type").equals("article");
        return prose < (isArticle ? listed / 2 : Math.max(ENOUGH_PROSE, listed * 3));
    }

    private List<Entry> byStructure() {
        body.select(AROUND).stream().filter(element -> !element.nameIs("body")).forEach(Element::remove);
        body.select("header, footer").stream()
                .filter(element -> element.closest("main, article, [role=main], li") == null)
                .forEach(Element::remove);
        return Stream.<Supplier<List<Entry>>>of(
                        () -> Entries.dated(body, page.origin().zone(), false),
                        () -> Entries.dated(body, page.origin().zone(), true),
                        () -> Entries.headed(body))
                .map(way -> best(way.get()))
                .filter(best -> best.size() > 1)
                .findFirst()
                .orElse(List.of());
    }

    private List<Entry> best(List<Entry> all) {
        var families =
                all.stream().collect(Collectors.groupingBy(Entry::family, LinkedHashMap::new, Collectors.toList()));
        var best = families.values().stream()
                .filter(family -> Entry.rows(family, page, rules).size() > 1)
                .max(Comparator.comparingDouble(this::score))
                .orElse(List.of());
        return withRelatives(all, best);
    }

    /** What stands out of the list, such as the latest in a larger box, leads to the same place. */
    private List<Entry> withRelatives(List<Entry> all, List<Entry> best) {
        var place = place(best);
        return place.isEmpty()
                ? best
                : all.stream()
                        .filter(entry ->
                                best.contains(entry) || (!isBeside(entry) && place.equals(place(List.of(entry)))))
                        .toList();
    }

    /** The directory that most of their pages are in; empty for the site's own. */
    private String place(List<Entry> family) {
        return Entry.rows(family, page, rules).stream()
                .map(row -> directory(row.url()))
                .collect(Collectors.groupingBy(directory -> directory, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
    }

    private static String directory(URI url) {
        var path = String.valueOf(url.getPath());
        return path.lastIndexOf('/') < 1 ? "" : url.getHost() + path.substring(0, path.lastIndexOf('/'));
    }

    private double score(List<Entry> family) {
        var rows = Entry.rows(family, page, rules);
        var first = family.get(0);
        var where = around(first) + " " + directory(rows.get(0).url());
        var length =
                rows.stream().mapToInt(row -> row.title().length()).average().orElse(0);
        return Math.min(rows.size(), 20)
                * Math.min(length, 40)
                * (isBeside(first) ? 0.2 : 1)
                * (first.block().closest("main, article, [role=main], #content, #main, .content") == null ? 1 : 2)
                * (NEWS.matcher(where).matches() ? 1.5 : 1)
                * (EVENTS.matcher(where).matches() ? 0.3 : 1)
                * (isNewestFirst(rows) ? 1.3 : 1);
    }

    private static boolean isNewestFirst(List<Row> rows) {
        var moments = rows.stream().map(Row::moment).filter(Objects::nonNull).toList();
        return moments.size() > 1
                && IntStream.range(1, moments.size())
                        .noneMatch(at -> moments.get(at).isAfter(moments.get(at - 1)));
    }

    /** Whether it stands beside the content, or below a heading that says so. */
    private static boolean isBeside(Entry entry) {
        return Stream.iterate(entry.block(), Objects::nonNull, Element::parent)
                        .anyMatch(at -> at.nameIs("aside") || Frame.isNamed(at))
                || Frame.introducesOthers(heading(entry.block()));
    }

    private static String around(Entry entry) {
        return heading(entry.block())
                + Stream.iterate(entry.block(), Objects::nonNull, Element::parent)
                        .limit(4)
                        .map(at -> at.className() + " " + at.id())
                        .collect(Collectors.joining(" "));
    }

    /** The nearest before the block or around it. */
    private static String heading(Element block) {
        return Stream.iterate(block.parent(), Objects::nonNull, Element::parent)
                .limit(3)
                .flatMap(at -> Stream.iterate(at, Objects::nonNull, Element::previousElementSibling)
                        .skip(0)
                        .limit(3))
                .flatMap(at -> at.normalName().matches("h[1-6]")
                        ? Stream.of(at)
                        : at.select("> h1, > h2, > h3, > h4").stream())
                .map(Element::text)
                .findFirst()
                .orElse("");
    }

    Optional<URI> next() {
        return Pager.next(page, rules);
    }
}
