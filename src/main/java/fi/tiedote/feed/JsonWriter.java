package fi.tiedote.feed;

import fi.tiedote.city.Language;
import fi.tiedote.release.Attachment;
import fi.tiedote.release.Contact;
import fi.tiedote.release.Release;
import fi.tiedote.release.State;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** JSON Feed 1.1. */
class JsonWriter implements FeedWriter {
    private static final String VERSION = "https://jsonfeed.org/version/1.1";

    private final Links links;
    private final Wording wording;
    private final JsonMapper json;
    private final FullText fullText;

    JsonWriter(Links links, Wording wording, JsonMapper json) {
        this.links = links;
        this.wording = wording;
        this.json = json;
        this.fullText = new FullText(wording);
    }

    @Override
    public byte[] write(FeedPage page) {
        var subject = page.subject();
        return json.writeValueAsBytes(new JsonFeed(
                VERSION,
                page.heading().title(),
                links.home(),
                links.feed(Format.JSON, subject),
                page.heading().description(),
                page.next().map(next -> links.feed(Format.JSON, next)).orElse(null),
                subject.language().map(Language::code).orElse(null),
                links.isPushed(subject) ? List.of(new JsonFeed.Hub("WebSub", links.hub())) : List.of(),
                new JsonFeed.About(links.about()),
                page.releases().stream().map(release -> item(page, release)).toList()));
    }

    private JsonFeed.Item item(FeedPage page, Release release) {
        var files = links.fetchable(release);
        return new JsonFeed.Item(
                Links.id(release.uuid()),
                links.release(release.id()),
                wording.title(release),
                release.lead(),
                fullText.of(release),
                release.publishedAt().toString(),
                FeedPage.updated(release).toString(),
                List.of(new JsonFeed.Author(wording.author(release.language()), links.home())),
                wording.categories(release).stream()
                        .map(Category::name)
                        .distinct()
                        .toList(),
                release.language().code(),
                image(files),
                files.stream()
                        .filter(file -> !file.type().isEmpty())
                        .map(JsonWriter::file)
                        .toList(),
                more(page, release));
    }

    private static @Nullable String image(List<Attachment> files) {
        return files.stream()
                .filter(Picture::is)
                .map(picture -> picture.url().toASCIIString())
                .findFirst()
                .orElse(null);
    }

    private static JsonFeed.File file(Attachment file) {
        return new JsonFeed.File(
                file.url().toASCIIString(),
                file.type(),
                file.alt().isEmpty() ? null : file.alt(),
                file.bytes() > 0 ? file.bytes() : null);
    }

    private JsonFeed.More more(FeedPage page, Release release) {
        return new JsonFeed.More(
                release.contacts().stream().map(JsonWriter::person).toList(),
                release.topics(),
                release.areas(),
                alternates(page, release),
                release.state() == State.EMBARGOED ? String.valueOf(release.embargoUntil()) : null);
    }

    private static JsonFeed.Person person(Contact contact) {
        return new JsonFeed.Person(
                contact.name(), contact.title(), contact.organisation(), contact.telephone(), contact.email());
    }

    private Map<String, String> alternates(FeedPage page, Release release) {
        var alternates = new TreeMap<String, String>();
        page.alternates(release)
                .forEach(version -> alternates.put(version.language().code(), links.release(version.id())));
        return alternates;
    }
}
