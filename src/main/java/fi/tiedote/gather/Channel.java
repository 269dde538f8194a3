package fi.tiedote.gather;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a feed says of itself; text is plain, and empty where the feed says nothing.
 *
 * @param language tag as it is written, with hyphens
 */
public record Channel(
        String title,
        String link,
        String id,
        String language,
        String description,
        String author,
        String rights,
        @Nullable Instant updated) {
    static final Channel NONE = new Channel("", "", "", "", "", "", "", null);

    static Channel of(Branch channel, Origin origin) {
        return new Channel(
                channel.plain("title", "dc:title", "atom:title"),
                Anchors.ofFeed(channel),
                Anchors.id(channel),
                language(channel),
                channel.plain(
                        "description",
                        "subtitle",
                        "tagline",
                        "abstract",
                        "dc:description",
                        "atom:subtitle",
                        "itunes:summary",
                        "itunes:subtitle",
                        "info"),
                Bylines.ofFeed(channel),
                channel.plain("copyright", "rights", "dc:rights", "atom:rights", "dcterms:rights"),
                updated(channel, origin));
    }

    /** What it does not say itself is as another part of the feed says it. */
    Channel or(Channel other) {
        return new Channel(
                first(title, other.title),
                first(link, other.link),
                first(id, other.id),
                first(language, other.language),
                first(description, other.description),
                first(author, other.author),
                first(rights, other.rights),
                updated == null ? other.updated : updated);
    }

    private static String first(String own, String others) {
        return own.isEmpty() ? others : own;
    }

    /** CDF has it in an attribute. */
    private static @Nullable Instant updated(Branch channel, Origin origin) {
        var updated = Dates.first(
                channel.all(
                        "updated",
                        "modified",
                        "lastbuilddate",
                        "atom:updated",
                        "dcterms:modified",
                        "pubdate",
                        "dc:date",
                        "dcterms:issued",
                        "published"),
                origin.zone());
        return updated == null
                ? Dates.moment(channel.element().attr("lastmod"), origin.zone()).orElse(null)
                : updated;
    }

    private static String language(Branch channel) {
        var language = channel.text("language", "dc:language", "dcterms:language");
        return Tongue.tag(language.isEmpty() ? FeedTree.language(channel.element()) : language);
    }
}
