package fi.tiedote.site;

import fi.tiedote.city.City;
import fi.tiedote.city.Dates;
import fi.tiedote.city.Language;
import fi.tiedote.feed.Feeds;
import fi.tiedote.feed.Format;
import fi.tiedote.release.Attachment;
import fi.tiedote.release.Contact;
import fi.tiedote.release.Release;
import fi.tiedote.release.Releases;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** What the page of a release shows. */
@Component
class ReleaseView {
    private final Releases releases;
    private final Wording wording;
    private final Dates dates;
    private final City city;
    private final Feeds feeds;
    private final NewsArticle newsArticle;

    ReleaseView(Releases releases, Wording wording, Dates dates, City city, Feeds feeds, NewsArticle newsArticle) {
        this.feeds = feeds;
        this.releases = releases;
        this.wording = wording;
        this.dates = dates;
        this.city = city;
        this.newsArticle = newsArticle;
    }

    /** @param updated when it was corrected last; empty for a first version */
    record Page(
            String title,
            String lead,
            String lang,
            String body,
            String date,
            String machine,
            String updated,
            String updatedMachine,
            String canonical,
            String original,
            List<Version> versions,
            List<Person> contacts,
            List<Picture> pictures,
            List<Document> documents,
            List<Tag> topics,
            List<Tag> areas,
            String share,
            String history,
            String jsonLd) {}

    record Version(String lang, String name, String path, String url) {}

    record Person(String name, String role, String telephone, String call, String email) {}

    record Picture(String url, String alt, String credit) {}

    record Document(String url, String name) {}

    record Tag(String name, String query) {}

    Page of(Release release, Language language) {
        var corrected = release.version() > 1;
        return new Page(
                release.title(),
                release.lead(),
                release.language().code(),
                reachable(release.bodyHtml()),
                dates.text(release.publishedAt(), language),
                dates.machine(release.publishedAt()),
                corrected ? dates.text(release.updatedAt(), language) : "",
                dates.machine(release.updatedAt()),
                url(release),
                release.url() != null && isOnTheWeb(release.url().toString())
                        ? release.url().toString()
                        : "",
                releases.languageVersions(release.contentId()).stream()
                        .map(this::version)
                        .toList(),
                release.contacts().stream().map(ReleaseView::person).toList(),
                attachments(release)
                        .filter(this::isPicture)
                        .map(ReleaseView::picture)
                        .toList(),
                attachments(release)
                        .filter(this::isDocument)
                        .map(ReleaseView::document)
                        .toList(),
                tags("topic", release.topics(), release, language),
                tags("area", release.areas(), release, language),
                share(release),
                corrected ? feeds.history(release.id(), Format.ATOM) : "",
                newsArticle.json(release, url(release)));
    }

    private Stream<Attachment> attachments(Release release) {
        return release.attachments().stream().map(attachment -> attachment.of(release.id(), city));
    }

    private String url(Release release) {
        return city.at("/releases/" + release.id()).toString();
    }

    private Version version(Release other) {
        var language = other.language();
        return new Version(
                language.code(), wording.say(language, "language.self"), "/releases/" + other.id(), url(other));
    }

    private List<Tag> tags(String kind, List<String> slugs, Release release, Language language) {
        return slugs.stream()
                .map(slug -> new Tag(
                        kind.equals("topic") ? wording.topic(slug, language) : wording.area(slug, language),
                        "lang=" + release.language().code() + "&" + kind + "=" + slug))
                .toList();
    }

    private static Person person(Contact contact) {
        var role = List.of(contact.title(), contact.organisation()).stream()
                .filter(part -> !part.isEmpty())
                .toList();
        return new Person(
                contact.name(),
                String.join(", ", role),
                contact.telephone(),
                contact.telephone().replaceAll("[^+0-9]", ""),
                contact.email());
    }

    private boolean isPicture(Attachment attachment) {
        return attachment.type().startsWith("image/")
                && (attachment.url().toString().startsWith("https://")
                        || attachment
                                .url()
                                .toString()
                                .startsWith(city.at("/releases/").toString()));
    }

    private boolean isDocument(Attachment attachment) {
        return !isPicture(attachment) && isOnTheWeb(attachment.url().toString());
    }

    private static boolean isOnTheWeb(String url) {
        return url.matches("(?i)https?://.+");
    }

    /** By RFC 6068: percent-encoded UTF-8, lines that end as those of mail do. */
    private String share(Release release) {
        var body = release.title() + "\r\n\r\n" + release.lead() + "\r\n\r\n" + url(release) + "\r\n";
        return "mailto:?subject=" + UriUtils.encode(release.title(), StandardCharsets.UTF_8) + "&body="
                + UriUtils.encode(body, StandardCharsets.UTF_8);
    }

    private static Picture picture(Attachment attachment) {
        return new Picture(attachment.url().toString(), attachment.alt(), attachment.credit());
    }

    private static Document document(Attachment attachment) {
        var path = Objects.requireNonNullElse(attachment.url().getPath(), "");
        var name = path.substring(path.lastIndexOf('/') + 1);
        return new Document(
                attachment.url().toString(),
                !attachment.alt().isEmpty()
                        ? attachment.alt()
                        : name.isEmpty() ? attachment.url().toString() : name);
    }

    /** Where the screen is narrow, wide tables and lines can be moved; so they can with the keyboard. */
    private static String reachable(String html) {
        return html.replaceAll("<(table|pre)(?=[ >])", "<$1 tabindex=\"0\"");
    }
}
