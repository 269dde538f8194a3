package fi.tiedote.feed;

import static java.util.Locale.ENGLISH;
import static org.jdom2.Namespace.NO_NAMESPACE;

import fi.tiedote.release.Release;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.springframework.web.util.HtmlUtils;

/** RSS 2.0, with the modules that readers know. */
class RssWriter implements FeedWriter {
    private static final Namespace CONTENT =
            Namespace.getNamespace("content", "http://purl.org/rss/1.0/modules/content/");
    private static final Namespace DC = Namespace.getNamespace("dc", "http://purl.org/dc/elements/1.1/");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final Pattern MISTAKABLE = Pattern.compile("<|&#?\\w+;");
    private static final String MINUTES_BETWEEN_LOOKS = "5";

    private final Links links;
    private final Wording wording;
    private final FeedLinks feedLinks;
    private final FullText fullText;

    RssWriter(Links links, Wording wording) {
        this.links = links;
        this.wording = wording;
        this.feedLinks = new FeedLinks(links, Format.RSS, Xml.ATOM);
        this.fullText = new FullText(wording);
    }

    /** As HTTP writes dates too. */
    static String date(Instant moment) {
        return DATE.format(moment);
    }

    @Override
    public byte[] write(FeedPage page) {
        var rss = new Element("rss").setAttribute("version", "2.0");
        rss.addNamespaceDeclaration(Xml.ATOM);
        rss.addNamespaceDeclaration(CONTENT);
        rss.addNamespaceDeclaration(DC);
        rss.addNamespaceDeclaration(Xml.MEDIA);
        return Xml.bytes(rss.addContent(channel(page)));
    }

    private Element channel(FeedPage page) {
        var channel = new Element("channel");
        text(channel, "title", page.heading().title());
        text(channel, "link", links.home());
        text(channel, "description", page.heading().description());
        page.subject().language().ifPresent(language -> text(channel, "language", language.code()));
        text(channel, "managingEditor", page.heading().editor());
        page.updated().ifPresent(updated -> text(channel, "lastBuildDate", date(updated)));
        text(channel, "generator", "Tiedote");
        text(channel, "docs", "https://www.rssboard.org/rss-specification");
        text(channel, "ttl", MINUTES_BETWEEN_LOOKS);
        feedLinks.ofFeed(page, channel);
        page.releases().forEach(release -> channel.addContent(item(page, release)));
        return channel;
    }

    private Element item(FeedPage page, Release release) {
        var item = new Element("item");
        text(item, "title", wording.title(release));
        text(item, "link", links.release(release.id()));
        Xml.texts(item, "description", NO_NAMESPACE, markup(release.lead()));
        Xml.text(item, "creator", DC, wording.author(release.language()));
        Xml.text(item, "language", DC, release.language().code());
        wording.categories(release).forEach(category -> text(item, "category", category.name())
                .setAttribute("domain", links.vocabulary(category.vocabulary())));
        text(item, "guid", Links.id(release.uuid())).setAttribute("isPermaLink", "false");
        text(item, "pubDate", date(release.publishedAt()));
        feedLinks.ofVersions(page, release, item);
        addFiles(release, item);
        Xml.texts(item, "encoded", CONTENT, fullText.of(release));
        return item;
    }

    /** More than one enclosure confuses readers; pictures are told by Media RSS besides. */
    private void addFiles(Release release, Element item) {
        links.fetchable(release).stream()
                .filter(file -> !file.type().isEmpty() && file.bytes() > 0)
                .limit(1)
                .forEach(file -> item.addContent(new Element("enclosure")
                        .setAttribute("url", file.url().toASCIIString())
                        .setAttribute("length", Long.toString(file.bytes()))
                        .setAttribute("type", file.type())));
        links.fetchable(release).stream()
                .filter(Picture::is)
                .forEach(picture -> item.addContent(Picture.media(picture)));
    }

    /** Readers take a description for HTML: what they would mistake for a tag or a reference is written as one. */
    private static String markup(String plain) {
        return MISTAKABLE.matcher(plain).find() ? HtmlUtils.htmlEscape(plain, "UTF-8") : plain;
    }

    private static Element text(Element parent, String name, String text) {
        return Xml.text(parent, name, NO_NAMESPACE, text);
    }
}
