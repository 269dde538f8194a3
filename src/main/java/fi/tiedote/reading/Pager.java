package fi.tiedote.reading;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** Finds the next page of a list, which has what is older. */
class Pager {
    private static final Pattern WORDS = Pattern.compile(
            "(?iu)(?:siirry )?(?:seuraava(?:t)?|vanhemmat|vanhempia|edelliset tiedotteet|nästa|nästföljande|äldre|next|older|lataa lisää"
                    + "|näytä lisää|ladda fler|visa fler|load more|show more)(?: .{0,25})?[\\s»›>→]*|[»›→>]");
    private static final Pattern ARCHIVE = Pattern.compile(
            "(?iu)(?:siirry )?(?:tiedote|uutis)?arkisto(?:on)?|(?:kaikki|vanhemmat) (?:tiedotteet|uutiset)|(?:till )?(?:nyhets)?arkivet|alla (?:nyheter|pressmeddelanden)|(?:news |press release )?archives?|all (?:news|releases|press releases)");
    private static final Pattern NUMBER =
            Pattern.compile("(?i)([?&](?:[\\w\\[\\]%.-]*page|sivu|sida|pg|paged|p)=|/(?:page|sivu|sida)/)(\\d{1,5})");

    private Pager() {}

    /** On the same host, and another page than this. */
    static Optional<URI> next(Page page, PageRules rules) {
        if (rules.next() != null) {
            return rules.next()
                    .elements(page.document())
                    .map(link -> rules.next()
                            .text(link)
                            .filter(text -> !link.hasAttr("href"))
                            .orElse(link.attr("href")))
                    .flatMap(link -> usable(page, link).stream())
                    .findFirst();
        }
        var links = page.document().select("a[href]");
        return first(page, page.document().select("link[rel~=(?i)\\bnext\\b], a[rel~=(?i)\\bnext\\b]").stream())
                .or(() -> numbered(page, links.stream()))
                .or(() -> first(page, links.stream().filter(link -> says(link, WORDS))))
                .or(() -> first(page, links.stream().filter(link -> says(link, ARCHIVE))));
    }

    private static Optional<URI> first(Page page, Stream<Element> links) {
        return links.flatMap(link -> usable(page, link.attr("href")).stream()).findFirst();
    }

    /** The link whose number is by one greater than that of this page. */
    private static Optional<URI> numbered(Page page, Stream<Element> links) {
        var here = number(page.origin().url().toString());
        var place = path(page.origin().url());
        var pages = links.filter(link -> usable(page, link.attr("href"))
                        .filter(url -> number(url.toString()) >= 0 && path(url).equals(place))
                        .isPresent())
                .toList();
        return first(
                page, pages.stream().filter(link -> here < 0 ? isSecond(link) : number(link.attr("href")) == here + 1));
    }

    /** Some count from zero. */
    private static boolean isSecond(Element link) {
        var shown = link.text().replaceAll("\\D", "");
        return shown.isEmpty() ? number(link.attr("href")) == 2 : shown.equals("2");
    }

    private static String path(URI url) {
        return NUMBER.matcher(String.valueOf(url.getPath())).replaceAll("").replaceFirst("/$", "");
    }

    private static int number(String url) {
        var number = NUMBER.matcher(url);
        return number.find() ? Integer.parseInt(number.group(2)) : -1;
    }

    private static boolean says(Element link, Pattern words) {
        return Stream.of(link.text(), link.attr("aria-label"), link.attr("title"))
                .map(Plain::line)
                .map(text -> text.replaceAll("[\\s»›>→]+$", "").isEmpty() ? text : text.replaceAll("[\\s»›>→]+$", ""))
                .anyMatch(text -> words.matcher(text).matches());
    }

    private static Optional<URI> usable(Page page, String link) {
        return Optional.ofNullable(Links.sameHost(page.origin().url(), link))
                .map(Links::withoutTracking)
                .filter(url -> !url.equals(Links.withoutTracking(page.origin().url())));
    }
}
