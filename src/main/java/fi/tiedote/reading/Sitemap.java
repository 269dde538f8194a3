package fi.tiedote.reading;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * A sitemap by sitemaps.org, or an index of several, with Google's extension for news.
 *
 * @param isNews whether it tells titles and dates of publication
 * @param isCut whether it has more entries than are read
 */
public record Sitemap(List<Row> pages, List<Child> children, boolean isNews, boolean isCut) {
    public static final int MOST = 50_000;

    private static final int LONGEST_ENTRY = 20_000;
    private static final Pattern OPEN = Pattern.compile("(?i)<(?:\\w{1,20}:)?(url|sitemap)(?=[\\s>/])");
    private static final Pattern ROOT = Pattern.compile("(?i)<(?:\\w{1,20}:)?(?:urlset|sitemapindex)[\\s>]");

    /** @param changed null where the index does not say it */
    public record Child(URI url, @Nullable Instant changed) {}

    public static boolean isOne(String text) {
        return ROOT.matcher(text.substring(0, Math.min(text.length(), 4000))).find();
    }

    /** One entry that is broken loses no other; what follows {@value #MOST} of them is left. */
    public static Sitemap of(String text, Origin origin) {
        var map = new ArrayList<Row>();
        var children = new ArrayList<Child>();
        var news = false;
        var open = OPEN.matcher(text);
        var found = open.find();
        while (found && map.size() + children.size() < MOST) {
            var start = open.start();
            var isPage = open.group(1).equalsIgnoreCase("url");
            found = open.find();
            var end = Math.min(found ? open.start() : text.length(), start + LONGEST_ENTRY);
            var entry = Jsoup.parse(text.substring(start, end), "", Parser.xmlParser());
            var url = Links.absolute(origin.url(), value(entry, "loc"));
            if (url != null && isPage) {
                map.add(row(Links.withoutTracking(url), entry, origin));
                news |= !value(entry, "publication_date").isEmpty();
            } else if (url != null) {
                children.add(new Child(
                        url,
                        Dates.moment(value(entry, "lastmod"), origin.zone()).orElse(null)));
            }
        }
        children.sort(Comparator.comparing(Child::changed, Comparator.nullsLast(Comparator.reverseOrder())));
        return new Sitemap(map, children, news, found);
    }

    private static Row row(URI url, Element entry, Origin origin) {
        var published =
                Dates.moment(value(entry, "publication_date"), origin.zone()).orElse(null);
        var title = Plain.line(Parser.unescapeEntities(value(entry, "title"), false));
        return new Row(url, title, published, "", Identity.hash(title + value(entry, "lastmod")));
    }

    /** The first element of that name, whatever its prefix; a title of a picture is none of the page. */
    private static String value(Element entry, String name) {
        return entry.getAllElements().stream()
                .filter(element -> element.tag().localName().equalsIgnoreCase(name))
                .filter(element -> !element.tagName().toLowerCase(Locale.ROOT).startsWith("image:"))
                .map(element -> element.wholeText().strip())
                .findFirst()
                .orElse("");
    }
}
