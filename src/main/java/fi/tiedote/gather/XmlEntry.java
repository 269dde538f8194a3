package fi.tiedote.gather;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** One item of RSS or entry of Atom. */
class XmlEntry {
    private static final String[] TITLE = {"title", "dc:title", "atom:title", "media:title", "itunes:title"};
    private static final String[] SUMMARY = {
        "summary",
        "description",
        "abstract",
        "atom:summary",
        "dc:description",
        "itunes:summary",
        "itunes:description",
        "itunes:subtitle"
    };
    private static final String[] FULL = {
        "content:encoded", "content", "xhtml:body", "body", "xhtml:div", "fullitem", "atom:content"
    };
    private static final String[] PUBLISHED = {
        "pubdate", "published", "issued", "dcterms:issued", "atom:published", "dc:date", "dcterms:created", "created"
    };
    private static final String[] UPDATED = {"updated", "modified", "dcterms:modified", "atom:updated", "dc:date"};

    private final Branch entry;
    private final Channel channel;
    private final Origin origin;
    private final Consumer<String> problems;

    XmlEntry(Element element, FeedTree tree, Channel channel, Consumer<String> problems) {
        this.entry = new Branch(element, tree);
        this.channel = channel;
        this.origin = tree.origin();
        this.problems = problems;
    }

    Item item() {
        var link = Anchors.ofItem(entry);
        var full = entry.first(FULL).or(this::describedBesidesSummary);
        var body = body(full);
        var title = entry.plain(TITLE);
        var tongue = language();
        return new ItemBuilder(Identity.of(Anchors.id(entry), link, title, body.text()))
                .language(Tongue.among(origin.language(), tongue, channel.language(), title, body.text()), tongue)
                .url(Links.uri(link))
                .title(title)
                .lead(full.isPresent() ? entry.plain(SUMMARY) : body.text())
                .body(body)
                .author(author())
                .published(moment(PUBLISHED))
                .updated(moment(UPDATED))
                .categories(Labels.of(entry))
                .attachments(Enclosures.of(entry))
                .translations(Translations.of(entry))
                .build();
    }

    /** RSS has no summary of its own: who writes one has the text in the description. */
    private Optional<Element> describedBesidesSummary() {
        return entry.first("summary")
                .filter(summary -> entry.tree().format() == Format.RSS)
                .flatMap(summary -> entry.first("description"));
    }

    /** CDF has it in an attribute. */
    private @Nullable Instant moment(String... names) {
        var written = Dates.first(entry.all(names), origin.zone());
        return written == null
                ? Dates.moment(entry.element().attr("lastmod"), origin.zone()).orElse(null)
                : written;
    }

    /** The full text where there is one besides a summary. */
    private Body body(Optional<Element> full) {
        return full.or(() -> entry.first(SUMMARY))
                .or(() -> entry.first("media:description"))
                .or(() -> entry.branches("media:group")
                        .flatMap(group -> group.first("media:description").stream())
                        .findFirst())
                .map(this::body)
                .orElse(Body.NONE);
    }

    private Body body(Element element) {
        var html = Wording.of(element, entry.tree()).html();
        return Body.of(Tags.cut(html, problems), entry.tree().base(element));
    }

    /** RFC 4287 §4.2.1: an entry without an author has that of its source, else that of its feed. */
    private String author() {
        var author = Bylines.ofItem(entry);
        if (!author.isEmpty() || entry.tree().format() != Format.ATOM) {
            return author;
        }
        return entry.branches("source")
                .map(Bylines::ofFeed)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse(channel.author());
    }

    /** As the item itself says it; empty where only the feed does. */
    private String language() {
        var language = entry.text("dc:language", "language", "dcterms:language");
        return Tongue.tag(language.isEmpty() ? entry.element().attr("xml:lang").strip() : language);
    }
}
