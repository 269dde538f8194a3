package fi.tiedote.feed;

import fi.tiedote.release.Release;
import org.jdom2.Element;
import org.jdom2.Namespace;

/** The {@code atom:link}s of both XML formats. */
record FeedLinks(Links links, Format format, Namespace atom) {
    private static final Namespace HISTORY = Namespace.getNamespace("fh", "http://purl.org/syndication/history/1.0");

    /**
     * RFC 5005: all but the first page are an archive, which starts where its address says. So none of them moves when a
     * release is published, and walking back meets each release once.
     */
    void ofFeed(FeedPage page, Element feed) {
        var query = page.query();
        link(feed, "self", query);
        if (query.before() == null) {
            Xml.link(feed, atom, "hub", links.hub());
        }
        if (query.before() != null) {
            feed.addContent(new Element("archive", HISTORY));
            link(feed, "current", query.first());
        }
        if (query.before() != null || page.more()) {
            link(feed, "first", query.first());
        }
        page.next().ifPresent(next -> {
            link(feed, "next", next);
            link(feed, "prev-archive", next);
        });
    }

    void ofVersions(FeedPage page, Release release, Element item) {
        for (var version : page.alternates(release)) {
            var language = version.language().code();
            Xml.link(item, atom, "alternate", links.release(version), "type", "text/html", "hreflang", language);
        }
    }

    private void link(Element feed, String relation, FeedQuery query) {
        Xml.link(feed, atom, relation, links.feed(format, query), "type", format.mediaType());
    }
}
