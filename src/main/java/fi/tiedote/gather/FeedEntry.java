package fi.tiedote.gather;

import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEnclosure;
import com.rometools.rome.feed.synd.SyndEntry;
import fi.tiedote.release.Attachment;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** One item of RSS or entry of Atom. */
record FeedEntry(SyndEntry entry, Origin origin) {

    Item item() {
        var link = Links.absolute(origin.url(), entry.getLink());
        var body = Links.resolved(body(), link == null ? origin.url() : link);
        var text = Jsoup.parseBodyFragment(body).text();
        var title = Identity.title(
                Jsoup.parseBodyFragment(orEmpty(entry.getTitle())).text(), text);
        return new Item(
                Identity.of(entry.getUri(), entry.getLink(), title, text),
                Tongue.first(origin.language(), null, title, text),
                link,
                title,
                lead(body),
                body,
                moment(entry.getPublishedDate()),
                moment(entry.getUpdatedDate()),
                categories(),
                List.of(),
                attachments());
    }

    /** The full text where there is one besides a summary. */
    private String body() {
        return entry.getContents().stream()
                .map(SyndContent::getValue)
                .filter(value -> value != null && !value.isBlank())
                .findFirst()
                .orElseGet(this::description);
    }

    private String description() {
        return entry.getDescription() == null
                ? ""
                : orEmpty(entry.getDescription().getValue());
    }

    /** A summary of its own, not the text's copy. */
    private String lead(String body) {
        var summary = Jsoup.parseBodyFragment(description()).text();
        return Jsoup.parseBodyFragment(body).text().equals(summary) ? "" : summary;
    }

    private Set<String> categories() {
        return entry.getCategories().stream()
                .map(SyndCategory::getName)
                .filter(name -> name != null && !name.isBlank())
                .collect(Collectors.toUnmodifiableSet());
    }

    private List<Attachment> attachments() {
        return entry.getEnclosures().stream().flatMap(this::attachment).toList();
    }

    private Stream<Attachment> attachment(SyndEnclosure enclosure) {
        var url = Links.absolute(origin.url(), enclosure.getUrl());
        return url == null
                ? Stream.empty()
                : Stream.of(
                        new Attachment(url, orEmpty(enclosure.getType()), Math.max(0, enclosure.getLength()), "", ""));
    }

    private static @Nullable Instant moment(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
