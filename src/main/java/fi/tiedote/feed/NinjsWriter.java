package fi.tiedote.feed;

import fi.tiedote.city.Language;
import fi.tiedote.release.Attachment;
import fi.tiedote.release.Release;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes a feed as one ninjs document. */
class NinjsWriter implements FeedWriter {
    private static final String HTML = "text/html";

    private final Links links;
    private final Wording wording;
    private final JsonMapper json;

    NinjsWriter(Links links, Wording wording, JsonMapper json) {
        this.links = links;
        this.wording = wording;
        this.json = json;
    }

    @Override
    public byte[] write(FeedPage page) {
        return json.writeValueAsBytes(feed(page));
    }

    private Ninjs feed(FeedPage page) {
        var selection = page.query().selection();
        var updated = page.updated().orElse(Instant.EPOCH).toString();
        return new Ninjs(
                null,
                links.feed(Format.NINJS, page.query()),
                Ninjs.STANDARD,
                "composite",
                "usable",
                updated,
                updated,
                null,
                page.query().language().map(Language::code).orElse(null),
                null,
                List.of(new Ninjs.Text("main", null, wording.title(selection))),
                List.of(new Ninjs.Text("summary", null, wording.description(selection))),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                IntStream.range(0, page.releases().size())
                        .mapToObj(index ->
                                item("release" + (index + 1), page.releases().get(index)))
                        .toList());
    }

    private Ninjs item(@Nullable String name, Release release) {
        return new Ninjs(
                name,
                Links.id(release),
                Ninjs.STANDARD,
                "text",
                "usable",
                release.publishedAt().toString(),
                FeedPage.updated(release).toString(),
                Integer.toString(release.version()),
                release.language().code(),
                wording.author(release.language()),
                List.of(new Ninjs.Text("main", null, release.title())),
                List.of(new Ninjs.Text("summary", null, release.lead())),
                List.of(new Ninjs.Text("main", HTML, wording.fullText(release))),
                terms(release, "topics"),
                terms(release, "areas"),
                List.of(new Ninjs.Term(wording.author(release.language()), links.home())),
                List.of(new Ninjs.Link("web", links.release(release))),
                Links.fetchable(release).stream().map(NinjsWriter::rendition).toList(),
                List.of());
    }

    private List<Ninjs.Term> terms(Release release, String vocabulary) {
        return wording.categories(release).stream()
                .filter(category -> category.vocabulary().equals(vocabulary))
                .map(category -> new Ninjs.Term(category.name(), links.vocabulary(vocabulary) + "/" + category.slug()))
                .toList();
    }

    private static Ninjs.Rendition rendition(Attachment file) {
        return new Ninjs.Rendition(
                file.alt().isEmpty() ? "attachment" : file.alt(),
                file.url().toASCIIString(),
                file.type().isEmpty() ? null : file.type(),
                file.bytes() > 0 ? file.bytes() : null);
    }
}
