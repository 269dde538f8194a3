package fi.tiedote.kit;

import static fi.tiedote.kit.Markup.ANY;
import static fi.tiedote.kit.Markup.children;
import static fi.tiedote.kit.Markup.text;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;

/** The protocol of sitemaps.org, and Google's extension for news. */
public class SitemapRules {
    private static final int LONGEST_ADDRESS = 2048;

    private final Markup markup;

    private SitemapRules(Instant now) {
        markup = new Markup(now);
    }

    /** @return what a validator would complain of */
    public static List<String> complaints(byte[] sitemap, Instant now) throws Exception {
        var rules = new SitemapRules(now);
        var root = Markup.parse(sitemap);
        var entry = root.getNodeName().equals("sitemapindex") ? "sitemap" : "url";
        rules.markup.children(root, List.of(), Map.of(entry, ANY));
        children(root, entry).forEach(rules::entry);
        rules.markup.unique(root, children(root, entry).map(each -> text(each, "loc")));
        return rules.markup.complaints;
    }

    private void entry(Element entry) {
        markup.children(entry, List.of("loc"), Map.of("loc", 1, "lastmod", 1, "news:news", 1));
        var address = text(entry, "loc");
        markup.address(entry, address);
        if (address.length() >= LONGEST_ADDRESS) {
            markup.complain(entry, "has a long address");
        }
        children(entry, "lastmod").forEach(moment -> markup.moment(moment, moment.getTextContent()));
        children(entry, "news:news").forEach(this::news);
    }

    private void news(Element news) {
        var parts = List.of("news:publication", "news:publication_date", "news:title");
        markup.children(news, parts, Map.of(parts.get(0), 1, parts.get(1), 1, parts.get(2), 1));
        markup.moment(news, text(news, "news:publication_date"));
        children(news, "news:title").forEach(markup::line);
        children(news, "news:publication").forEach(publication -> {
            markup.children(
                    publication, List.of("news:name", "news:language"), Map.of("news:name", 1, "news:language", 1));
            markup.language(publication, text(publication, "news:language"));
        });
    }
}
