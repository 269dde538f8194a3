package fi.tiedote.feed;

import static java.util.function.Predicate.not;

import fi.tiedote.release.Attachment;
import fi.tiedote.release.Contact;
import fi.tiedote.release.LanguageVersion;
import fi.tiedote.release.Release;
import fi.tiedote.release.State;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** ninjs 3.0. */
class NinjsWriter implements FeedWriter {
    private static final Ninjs.Standard STANDARD =
            new Ninjs.Standard("ninjs", "3.0", "http://www.iptc.org/std/ninjs/ninjs-schema_3.0.json");

    private final Links links;
    private final Wording wording;
    private final JsonMapper json;
    private final FullText fullText;

    NinjsWriter(Links links, Wording wording, JsonMapper json) {
        this.links = links;
        this.wording = wording;
        this.json = json;
        this.fullText = new FullText(wording);
    }

    @Override
    public byte[] write(FeedPage page) {
        return json.writeValueAsBytes(new NinjsFeed(
                page.heading().title(),
                links.feed(Format.NINJS, page.subject()),
                page.next().map(next -> links.feed(Format.NINJS, next)).orElse(null),
                page.releases().stream().map(release -> item(page, release)).toList()));
    }

    private Ninjs item(FeedPage page, Release release) {
        var author = wording.author(release.language());
        return new Ninjs(
                STANDARD,
                Links.id(release.uuid()),
                "text",
                Integer.toString(release.version()),
                release.publishedAt().toString(),
                FeedPage.updated(release).toString(),
                "usable",
                release.state() == State.EMBARGOED ? String.valueOf(release.embargoUntil()) : "",
                release.language().code(),
                author,
                text("main", "text/plain", wording.title(release)),
                text("summary", "text/plain", release.lead()),
                text("main", "text/html", fullText.body(release)),
                release.contacts().stream().map(NinjsWriter::person).toList(),
                List.of(new Ninjs.Concept(author, "issuer", links.home(), "")),
                concepts(release, "topics"),
                concepts(release, "areas"),
                List.of(new Ninjs.Rendition("web", links.release(release.id()), "text/html", null)),
                associations(page, release));
    }

    private static List<Ninjs.Text> text(String role, String type, String value) {
        return value.isEmpty() ? List.of() : List.of(new Ninjs.Text(role, type, value));
    }

    private static Ninjs.Person person(Contact contact) {
        var literal = Stream.of(contact.name(), contact.title(), contact.organisation())
                .filter(not(String::isEmpty))
                .collect(Collectors.joining(", "));
        var reaches = Stream.of(
                        new Ninjs.Reach("phone", "office", contact.telephone()),
                        new Ninjs.Reach("email", "office", contact.email()))
                .filter(reach -> !reach.value().isEmpty())
                .toList();
        return new Ninjs.Person(contact.name(), "contact", literal, reaches);
    }

    private List<Ninjs.Concept> concepts(Release release, String vocabulary) {
        return wording.categories(release).stream()
                .filter(category -> category.vocabulary().equals(vocabulary))
                .map(category -> new Ninjs.Concept(
                        category.name(),
                        "about",
                        links.vocabulary(vocabulary) + "/" + category.slug(),
                        category.slug()))
                .toList();
    }

    private List<Ninjs.Association> associations(FeedPage page, Release release) {
        return Stream.concat(
                        page.alternates(release).stream().map(this::version),
                        links.fetchable(release).stream().map(NinjsWriter::file))
                .toList();
    }

    private Ninjs.Association version(LanguageVersion other) {
        var page = new Ninjs.Rendition("web", links.release(other.id()), "text/html", null);
        return new Ninjs.Association(
                other.title(), Links.id(other.uuid()), "text", other.language().code(), "", List.of(), List.of(page));
    }

    private static Ninjs.Association file(Attachment file) {
        var url = file.url().toASCIIString();
        return new Ninjs.Association(
                file.alt().isEmpty() ? url : file.alt(),
                url,
                Picture.is(file) ? "picture" : "component",
                "",
                file.credit(),
                text("caption", "text/plain", file.alt()),
                List.of(new Ninjs.Rendition("main", url, file.type(), file.bytes() > 0 ? file.bytes() : null)));
    }
}
