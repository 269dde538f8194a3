package fi.tiedote.reading;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Calls elements by one name, whatever prefix a feed uses, none or an undeclared one: {@code dc:date}, {@code
 * media:content}. What belongs to the feed's own format has no prefix.
 */
class Names {
    private static final Map<String, String> SPACES = Map.ofEntries(
            Map.entry("http://www.w3.org/2005/atom", "atom"),
            Map.entry("http://purl.org/atom/ns", "atom"),
            Map.entry("http://purl.org/dc/elements/1.1", "dc"),
            Map.entry("http://purl.org/dc/elements/1.0", "dc"),
            Map.entry("http://purl.org/dc/terms", "dcterms"),
            Map.entry("http://purl.org/rss/1.0/modules/dcterms", "dcterms"),
            Map.entry("http://purl.org/rss/1.0/modules/content", "content"),
            Map.entry("http://search.yahoo.com/mrss", "media"),
            Map.entry("http://search.yahoo.com/rss", "media"),
            Map.entry("http://www.rssboard.org/media-rss", "media"),
            Map.entry("http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes"),
            Map.entry("http://example.com/dtds/podcast-1.0.dtd", "itunes"),
            Map.entry("http://www.google.com/schemas/play-podcasts/1.0", "itunes"),
            Map.entry("http://rssnamespace.org/feedburner/ext/1.0", "feedburner"),
            Map.entry("http://www.pheedo.com/namespace/pheedo", "feedburner"),
            Map.entry("http://www.w3.org/1999/xhtml", "xhtml"),
            Map.entry("http://www.w3.org/1999/02/22-rdf-syntax-ns", "rdf"));
    private static final Map<String, String> PREFIXES = Map.ofEntries(
            Map.entry("", ""),
            Map.entry("rss", ""),
            Map.entry("atom", "atom"),
            Map.entry("atom10", "atom"),
            Map.entry("a10", "atom"),
            Map.entry("dc", "dc"),
            Map.entry("dcterms", "dcterms"),
            Map.entry("content", "content"),
            Map.entry("media", "media"),
            Map.entry("itunes", "itunes"),
            Map.entry("googleplay", "itunes"),
            Map.entry("feedburner", "feedburner"),
            Map.entry("pheedo", "feedburner"),
            Map.entry("xhtml", "xhtml"),
            Map.entry("rdf", "rdf"));
    private static final Pattern RSS = Pattern.compile("http://(?:purl\\.org/(?:net/)?rss/?[\\d.]*"
            + "|backend\\.userland\\.com/rss\\w*|(?:blogs|cyber)\\.law\\.harvard\\.edu/.*rss(?:\\.html)?"
            + "|(?:my|channel)\\.netscape\\.com/.*|www\\.rssboard\\.org/rss-.*)");
    private static final String UNKNOWN = "?";

    private final Map<String, String> known = new HashMap<>();
    private final String own;

    /** @param head the element that tells the format: {@code feed}, {@code rss}, {@code channel} */
    Names(Element head) {
        var prefix = prefix(head);
        this.own = prefix.equals("rdf") ? "" : prefix;
    }

    String of(Element element) {
        var prefix = prefix(element);
        var local = element.tag().localName();
        return prefix.isEmpty() || prefix.equals(own) ? local : prefix + ":" + local;
    }

    boolean isAtom(Element element) {
        var prefix = prefix(element);
        return prefix.equals("atom") || (own.equals("atom") && prefix.isEmpty());
    }

    private String prefix(Element element) {
        var space = element.tag().namespace();
        var prefix = element.tag().prefix();
        if (space.isEmpty() || space.equals(Parser.NamespaceXml)) {
            return PREFIXES.getOrDefault(prefix, UNKNOWN);
        }
        var found = known.computeIfAbsent(space, Names::known);
        return found.equals(UNKNOWN) ? PREFIXES.getOrDefault(prefix, UNKNOWN) : found;
    }

    private static String known(String space) {
        var plain = space.strip().toLowerCase(Locale.ROOT).replaceFirst("^https:", "http:");
        var trimmed = plain.replaceFirst("[/#]+$", "");
        if (trimmed.contains("/dtds/podcast")) {
            return "itunes";
        }
        if (trimmed.endsWith("/mrss")) {
            return "media";
        }
        return SPACES.getOrDefault(trimmed, RSS.matcher(trimmed).matches() ? "" : UNKNOWN);
    }
}
