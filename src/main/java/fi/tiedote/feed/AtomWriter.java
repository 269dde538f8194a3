package fi.tiedote.feed;

import fi.tiedote.city.Language;
import fi.tiedote.release.Attachment;
import fi.tiedote.release.Release;
import java.time.Instant;
import org.jdom2.Element;
import org.jdom2.Namespace;

/** Atom 1.0 (RFC 4287), paged by RFC 5005, with tombstones (RFC 6721) for what was withdrawn. */
class AtomWriter implements FeedWriter {
    private static final Namespace ATOM = Namespace.getNamespace(Xml.ATOM.getURI());

    private static final Namespace TOMBSTONES = Namespace.getNamespace("at", "http://purl.org/atompub/tombstones/1.0");

    private final Links links;
    private final Wording wording;
    private final FeedLinks feedLinks;
    private final FullText fullText;

    AtomWriter(Links links, Wording wording) {
        this.links = links;
        this.wording = wording;
        this.feedLinks = new FeedLinks(links, Format.ATOM, ATOM);
        this.fullText = new FullText(wording);
    }

    @Override
    public byte[] write(FeedPage page) {
        var feed = new Element("feed", ATOM);
        feed.addNamespaceDeclaration(Xml.MEDIA);
        page.subject().language().ifPresent(language -> speak(feed, language));
        text(feed, "id", links.feed(Format.ATOM, wholeOf(page.subject())));
        text(feed, "title", page.heading().title());
        text(feed, "subtitle", page.heading().description());
        text(feed, "updated", page.updated().orElse(Instant.EPOCH).toString());
        text(feed, "generator", "Tiedote");
        Xml.link(feed, ATOM, "alternate", links.home(), "type", "text/html");
        feedLinks.ofFeed(page, feed);
        page.withdrawn().forEach(release -> feed.addContent(tombstone(release)));
        page.releases().forEach(release -> feed.addContent(entry(page, release)));
        return Xml.bytes(feed);
    }

    /** All pages of a feed, however long they are, have one id. */
    private static Subject wholeOf(Subject subject) {
        return subject instanceof FeedQuery query ? FeedQuery.of(query.scope()) : subject;
    }

    private Element entry(FeedPage page, Release release) {
        var entry = new Element("entry", ATOM);
        speak(entry, release.language());
        text(entry, "id", Links.id(release.uuid()));
        text(entry, "title", wording.title(release));
        text(entry, "published", release.publishedAt().toString());
        text(entry, "updated", FeedPage.updated(release).toString());
        entry.addContent(author(release.language()));
        addLinks(page, release, entry);
        wording.categories(release).forEach(category -> entry.addContent(element(category)));
        Xml.texts(entry, "summary", ATOM, release.lead());
        text(entry, "content", fullText.of(release)).setAttribute("type", "html");
        links.fetchable(release).stream()
                .filter(Picture::is)
                .forEach(picture -> entry.addContent(Picture.media(picture)));
        return entry;
    }

    private static Element tombstone(Release withdrawn) {
        return new Element("deleted-entry", TOMBSTONES)
                .setAttribute("ref", Links.id(withdrawn.uuid()))
                .setAttribute("when", withdrawn.updatedAt().toString());
    }

    private Element author(Language language) {
        var author = new Element("author", ATOM);
        text(author, "name", wording.author(language));
        text(author, "uri", links.home());
        return author;
    }

    private void addLinks(FeedPage page, Release release, Element entry) {
        var language = release.language().code();
        Xml.link(entry, ATOM, "alternate", links.release(release.id()), "type", "text/html", "hreflang", language);
        feedLinks.ofVersions(page, release, entry);
        links.fetchable(release).forEach(file -> entry.addContent(enclosure(file)));
    }

    private static Element enclosure(Attachment file) {
        var link = new Element("link", ATOM)
                .setAttribute("rel", "enclosure")
                .setAttribute("href", file.url().toASCIIString());
        if (!file.type().isEmpty()) {
            link.setAttribute("type", file.type());
        }
        return file.bytes() > 0 ? link.setAttribute("length", Long.toString(file.bytes())) : link;
    }

    private Element element(Category category) {
        return new Element("category", ATOM)
                .setAttribute("term", category.slug())
                .setAttribute("scheme", links.vocabulary(category.vocabulary()))
                .setAttribute("label", category.name());
    }

    private static void speak(Element element, Language language) {
        element.setAttribute("lang", language.code(), Namespace.XML_NAMESPACE);
    }

    private static Element text(Element parent, String name, String text) {
        return Xml.text(parent, name, ATOM, text);
    }
}
