package fi.tiedote.gather;

import fi.tiedote.gather.SourceSettings.Kind;
import fi.tiedote.reading.Page;
import fi.tiedote.reading.Plain;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** Where the sources of a site may be, by what one of its pages shows. */
record Leads(Page page) {
    private static final String FEEDS =
            "link[rel~=(?i)\\balternate\\b][type~=(?i)rss|atom|feed\\+json|rdf], a[type~=(?i)application/(rss|atom)], a[href~=(?i)/(rss|feed)(\\.xml|/|/news)?$], a[href~=(?i)(rss|atom)\\.xml$]";
    private static final List<String> USUAL_PATHS = List.of(
            "feed/", "rss.xml", "rss", "feed.xml", "atom.xml", "index.xml", "feed.json", "rss/news", "fi/rss/news");
    private static final Pattern OF_COMMENTS =
            Pattern.compile("(?iu).*(?:/comments/|kommentit|kommentarer|comments feed).*");
    private static final Pattern PRESS_ROOM =
            Pattern.compile("(?i)https?://[^/]+/(?:uutishuone|pressrum|pressroom|presserom)/\\d+.*");
    private static final Pattern ARCHIVE = Pattern.compile(
            "(?iu)(?:(?:kaikki |kaupungin |kunnan )?(?:tiedotteet|uutiset|ajankohtaista|tiedotearkisto|uutisarkisto)|(?:alla )?(?:nyheter|aktuellt|meddelanden|pressmeddelanden)|(?:all )?(?:news|press releases|releases))");
    private static final int MOST_FEEDS = 6;
    private static final int MOST_LISTS = 3;

    /** As the page itself names them, one each. */
    List<Lead> feeds() {
        return leads(Kind.FEED, page.document().select(FEEDS).stream().filter(link -> !OF_COMMENTS
                        .matcher(link.attr("href") + " " + link.attr("title") + " " + link.text())
                        .matches()))
                .limit(MOST_FEEDS)
                .toList();
    }

    /** Where feeds are usually, below the page and below the site. */
    List<Lead> usualFeeds() {
        var url = page.origin().url();
        var below = url.toString().replaceFirst("[?#].*", "").replaceFirst("/?$", "/");
        return Stream.of(URI.create(below), url.resolve("/"))
                .distinct()
                .flatMap(base -> USUAL_PATHS.stream().map(base::resolve))
                .map(feed -> new Lead(Kind.FEED, feed))
                .distinct()
                .toList();
    }

    /** By the marks that systems leave in their pages. */
    List<Lead> systems() {
        var html = page.document().head().html() + page.document().body().className();
        var generator = page.meta("generator").toLowerCase(Locale.ROOT);
        var rooms = leads(
                        Kind.STTINFO, page.document().select("a[href]").stream().filter(link -> PRESS_ROOM
                                .matcher(link.attr("href"))
                                .matches()))
                .limit(1);
        return Stream.of(
                        wordPress(html, generator).stream(),
                        drupal(html, generator).stream(),
                        ownRoom().stream(),
                        rooms)
                .flatMap(leads -> leads)
                .distinct()
                .toList();
    }

    /** The page itself, then those that it calls its news. */
    List<Lead> lists() {
        return Stream.concat(
                        Stream.of(new Lead(Kind.LISTING, page.origin().url())),
                        leads(
                                Kind.LISTING,
                                page.document().select("a[href]").stream()
                                        .filter(link -> ARCHIVE.matcher(Plain.line(link.text()))
                                                .matches())))
                .distinct()
                .limit(1 + MOST_LISTS)
                .toList();
    }

    private Optional<Lead> wordPress(String html, String generator) {
        var named = page.first("link[rel=https://api.w.org/]").map(link -> link.attr("href"));
        if (named.isEmpty() && !generator.contains("wordpress") && !html.contains("/wp-content/")) {
            return Optional.empty();
        }
        var posts = named.map(api -> api.replaceFirst("/?$", api.contains("?") ? "wp/v2/posts" : "/wp/v2/posts"))
                .orElse("/wp-json/wp/v2/posts");
        return Optional.ofNullable(page.absolute(posts)).map(url -> new Lead(Kind.WORDPRESS, url));
    }

    private Optional<Lead> drupal(String html, String generator) {
        if (!generator.contains("drupal") && !html.contains("/sites/default/files") && !html.contains("drupal")) {
            return Optional.empty();
        }
        var tongue = Pattern.compile("^/(fi|sv|en)(?:/.*)?$")
                .matcher(String.valueOf(page.origin().url().getPath()));
        return Optional.ofNullable(
                        page.absolute((tongue.matches() ? "/" + tongue.group(1) : "") + "/jsonapi/node/news"))
                .map(url -> new Lead(Kind.DRUPAL, url));
    }

    private Optional<Lead> ownRoom() {
        return PRESS_ROOM.matcher(page.origin().url().toString()).matches()
                ? Optional.of(new Lead(Kind.STTINFO, page.origin().url()))
                : Optional.empty();
    }

    private Stream<Lead> leads(Kind kind, Stream<Element> links) {
        return links.map(link -> page.absolute(link.attr("href")))
                .filter(Objects::nonNull)
                .map(url -> new Lead(kind, url))
                .distinct();
    }
}
