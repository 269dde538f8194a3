package fi.tiedote.reading;

import fi.tiedote.release.Attachment;
import fi.tiedote.release.Contact;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One release of a press room; its fields have had several names. */
public record SttRelease(Fields release, Origin origin) {
    private static final Pattern NUMBER =
            Pattern.compile("/(?:release|tiedote|pressmeddelande|pressemelding|uutinen)/(\\d+)(?:[/?#].*)?");

    /** The number stays when the slug, or the word before it, changes. */
    public Item item() {
        var link =
                Links.resolve(origin.url().toString(), release.text("url", "link", "href", "permalink", "sourceUrl"));
        var body = Body.of(html(), link.isEmpty() ? origin.url().toString() : link);
        var title = release.plain("title", "headline", "name");
        var tongue = release.text("language", "lang", "locale", "languageCode");
        return new ItemBuilder(Identity.of(id(link), link, title, body.text()))
                .language(Tongue.among(origin.language(), tongue, "", title, body.text()), tongue)
                .url(Links.uri(link))
                .title(title)
                .lead(release.plain("leadtext", "leadText", "lead", "ingress", "summary", "description"))
                .body(body)
                .contacts(contacts(body))
                .author(release.plain("publisher.name", "publisherName", "author"))
                .published(moment("publishedAt", "published", "publishDate", "publicationDate", "date", "createdAt"))
                .updated(moment("updatedAt", "updated", "modified", "modifiedAt", "lastModified"))
                .categories(release.words("keywords", "tags", "themes", "categories", "channels"))
                .attachments(attachments())
                .translations(Translations.of(release, origin, ""))
                .build();
    }

    private String id(String link) {
        var number = NUMBER.matcher(link);
        var id = release.text("id", "releaseId", "versionGroupId");
        return id.isEmpty() && number.find() ? number.group(1) : id;
    }

    private String html() {
        var body = release.text("body", "bodyHtml", "content", "html", "text", "bodytext");
        return Plain.isMarkup(body) ? body : Markup.paragraphs(body);
    }

    private List<Contact> contacts(Body body) {
        var listed = release.all("contacts", "contactPersons", "contactpersons").stream()
                .map(SttRelease::contact)
                .filter(contact -> !contact.name().isEmpty() || !contact.email().isEmpty())
                .toList();
        return listed.isEmpty() ? body.contacts() : listed;
    }

    private static Contact contact(Fields person) {
        return new Contact(
                person.plain("name", "fullName"),
                person.plain("title", "jobTitle", "role"),
                person.plain("organisation", "organization", "company"),
                person.text("phone", "telephone", "phoneNumber", "mobile"),
                person.text("email", "mail"));
    }

    private List<Attachment> attachments() {
        return Stream.concat(
                        release.all("images", "mainImages", "pictures").stream(),
                        release.all("documents", "attachments", "files").stream())
                .flatMap(this::attachment)
                .toList();
    }

    private Stream<Attachment> attachment(Fields file) {
        var url = Links.absolute(origin.url(), file.text("url", "src", "href", "downloadUrl", "originalUrl"));
        return url == null
                ? Stream.empty()
                : Stream.of(new Attachment(
                        url,
                        file.text("mimeType", "contentType", "type"),
                        file.number("size", "fileSize", "bytes"),
                        file.plain("altText", "alt", "caption", "title", "name"),
                        file.plain("credit", "photographer", "copyright")));
    }

    private @Nullable Instant moment(String... names) {
        return Stream.of(names)
                .flatMap(name -> Dates.moment(release.text(name), origin.zone()).stream())
                .findFirst()
                .orElse(null);
    }
}
