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
        var subject = page.subject();
        link(feed, "self", subject);
        if (links.isPushed(subject)) {
            Xml.link(feed, atom, "hub", links.hub());
        }
        if (!subject.isFirst()) {
            feed.addContent(new Element("archive", HISTORY));
            link(feed, "current", subject.first());
        }
        if (!subject.isFirst() || page.next().isPresent()) {
            link(feed, "first", subject.first());
        }
        page.next().ifPresent(next -> {
            link(feed, "next", next);
            link(feed, "prev-archive", next);
        });
    }

    void ofVersions(FeedPage page, Release release, Element item) {
        for (var version : page.alternates(release)) {
            var language = version.language().code();
            Xml.link(item, atom, "alternate", links.release(version.id()), "type", "text/html", "hreflang", language);
        }
    }

    private void link(Element feed, String relation, Subject subject) {
        Xml.link(feed, atom, relation, links.feed(format, subject), "type", format.mediaType());
    }
}
