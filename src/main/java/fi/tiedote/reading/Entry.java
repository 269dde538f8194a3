package fi.tiedote.reading;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A block of a list that is about one release.
 *
 * @param place where it stands in the page; a block that was made of several elements has no place of its own
 * @param family what it has in common with the other blocks of its list
 */
record Entry(Element block, Element place, String family) {
    private static final int SHORTEST_LEAD = 40;
    private static final Pattern GENERIC = Pattern.compile(
            "(?iu)(?:lue (?:lisää|koko.*|tiedote|uutinen)|lisää|avaa|näytä|siirry.*"
                    + "|läs (?:mera?|hela.*)|mera?|öppna|visa|read (?:more|on)|more|open|continue.*|details)?[\\s.…»›>→]*");
    private static final Pattern DATE_IN_PATH = Pattern.compile("/(20\\d\\d)/(\\d{1,2})/(?:(\\d{1,2})/)?");

    /** Empty where it leads nowhere, or has nothing to say. */
    Optional<Row> row(Page page, PageRules rules) {
        var zone = page.origin().zone();
        var link = link(rules);
        var address = rules.url() == null
                ? link.map(found -> found.attr("href"))
                : rules.url().text(block);
        var url = address.or(() -> link.map(found -> found.attr("href"))).flatMap(found -> url(found, page, rules));
        var title = title(rules, link.orElse(block), zone);
        if (url.isEmpty() || title.length() < 2) {
            return Optional.empty();
        }
        return Optional.of(new Row(url.get(), title, moment(rules, zone, url.get()), lead(title)));
    }

    /** The release, where the block has all that there is. */
    Item item(Row row, Page page, PageRules rules) {
        var text = Optional.ofNullable(rules.content())
                .flatMap(pick -> pick.elements(block).findFirst())
                .map(Element::clone);
        text.ifPresent(within ->
                rules.remove().forEach(pick -> pick.elements(within).toList().forEach(Element::remove)));
        var body = text.map(within -> Body.of(within.html(), page.document().baseUri()))
                .orElse(Body.NONE);
        var author = Optional.ofNullable(rules.author()).flatMap(pick -> pick.text(block));
        var labels = rules.category() == null
                ? Set.<String>of()
                : rules.category().texts(block).collect(Collectors.toSet());
        return row.item(body, author.orElse(""), labels);
    }

    private static Optional<URI> url(String address, Page page, PageRules rules) {
        return Optional.ofNullable(page.absolute(address))
                .map(Links::withoutTracking)
                .filter(url -> rules.allows(url.toString()))
                .filter(url -> !url.equals(Links.withoutTracking(page.origin().url())));
    }

    private Optional<Element> link(PageRules rules) {
        if (rules.url() != null) {
            return rules.url().elements(block).findFirst();
        }
        return Optional.ofNullable(
                        block.selectFirst(
                                "h1 a[href], h2 a[href], h3 a[href], h4 a[href], h5 a[href], h6 a[href], a[href]:has(h1, h2, h3, h4, h5, h6)"))
                .or(() -> Optional.ofNullable(block.closest("a[href]")))
                .or(() -> block.select("a[href]").stream()
                        .filter(link -> Links.uri(link.attr("href")) != null
                                && link.attr("href").startsWith("http"))
                        .max(Comparator.comparingInt((Element link) ->
                                GENERIC.matcher(Plain.line(link.text())).matches()
                                        ? 0
                                        : link.text().length())));
    }

    private String title(PageRules rules, Element link, @Nullable ZoneId zone) {
        var picked = Optional.ofNullable(rules.title()).flatMap(pick -> pick.text(block));
        return picked.or(() -> Stream.of(
                                Optional.ofNullable(block.selectFirst("h1, h2, h3, h4, h5, h6"))
                                        .map(Element::text)
                                        .orElse(""),
                                ownText(link),
                                link.attr("title"),
                                link.attr("aria-label"),
                                Optional.ofNullable(block.selectFirst(
                                                "strong, b, [class*=title], [class*=otsikko], [class*=rubrik]"))
                                        .map(Element::text)
                                        .orElse(""),
                                block.text())
                        .map(text -> undated(Plain.line(text), zone))
                        .filter(text -> !GENERIC.matcher(text).matches())
                        .findFirst())
                .orElse("");
    }

    /** The text of a link around a whole card is not its title. */
    private static String ownText(Element link) {
        var parts = link.select("span, div, p").stream()
                .filter(part -> part.childrenSize() == 0)
                .map(Element::text)
                .toList();
        var named = link.selectFirst("[class*=title], [class*=otsikko], [class*=heading], [class*=rubrik], strong");
        return named != null && parts.size() > 1 ? named.text() : link.text();
    }

    /** A date at its edge is that of the row; one in the middle belongs to the title. */
    private static String undated(String text, @Nullable ZoneId zone) {
        return DateWords.in(text, zone)
                .filter(date -> date.from() < 14 && date.to() < text.length())
                .map(date -> date.cutFrom(text))
                .filter(rest -> !rest.isEmpty())
                .orElse(text);
    }

    private @Nullable Instant moment(PageRules rules, @Nullable ZoneId zone, URI url) {
        if (rules.date() != null) {
            return rules.date()
                    .texts(block)
                    .flatMap(text -> rules.moment(text, zone).stream())
                    .findFirst()
                    .orElse(null);
        }
        return Dated.first(block, zone).or(() -> inPath(url, zone)).orElse(null);
    }

    private static Optional<Instant> inPath(URI url, @Nullable ZoneId zone) {
        var parts = DATE_IN_PATH.matcher(String.valueOf(url.getPath()));
        if (!parts.find() || parts.group(3) == null) {
            return Optional.empty();
        }
        try {
            var day = LocalDate.of(
                    Integer.parseInt(parts.group(1)),
                    Integer.parseInt(parts.group(2)),
                    Integer.parseInt(parts.group(3)));
            return Optional.of(
                    day.atStartOfDay(zone == null ? ZoneOffset.UTC : zone).toInstant());
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    private String lead(String title) {
        return block.select("p, [class*=lead], [class*=excerpt], [class*=summary], [class*=ingress]").stream()
                .map(paragraph -> Plain.line(paragraph.text()))
                .filter(text -> text.length() >= SHORTEST_LEAD && !text.contains(title))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }
}
