package fi.tiedote.gather;

import fi.tiedote.city.Language;
import fi.tiedote.reading.Links;
import fi.tiedote.reading.PageRules;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One source.
 *
 * @param key how addresses, rules and the log call it; releases belong to it for good
 * @param path of a folder
 * @param url of all other kinds
 * @param mailbox of a mailbox; its url is made of it
 * @param every time between two looks
 * @param watch whether a folder is made where it is missing, and changes in it are noticed at once
 * @param intranet whether it may be at an address that the internet does not reach
 * @param robots whether the robots.txt of its host is obeyed
 * @param expectEvery longest time between two releases that is no reason to worry; null where it is to be learned
 * @param language of all its releases; null where each says it or is recognised
 * @param zone of dates that name none; null for the city's
 * @param topics slugs that all its releases get
 * @param rules how its pages are read; of sitemaps and listings
 */
public record SourceSettings(
        String key,
        Kind kind,
        @Nullable Path path,
        @Nullable URI url,
        @Nullable MailboxSettings mailbox,
        Duration every,
        boolean watch,
        boolean intranet,
        boolean robots,
        @Nullable Duration expectEvery,
        @Nullable Language language,
        @Nullable ZoneId zone,
        Set<String> topics,
        Set<String> areas,
        PageRules rules) {
    public enum Kind {
        FOLDER,
        FEED,
        WORDPRESS,
        DRUPAL,
        STTINFO,
        MAILBOX,
        SITEMAP,
        LISTING,
        AUTO
    }

    public SourceSettings(
            String key,
            @Nullable Kind kind,
            @Nullable Path path,
            @Nullable URI url,
            @Nullable MailboxSettings mailbox,
            @DefaultValue("15m") Duration every,
            @DefaultValue("false") boolean watch,
            @DefaultValue("false") boolean intranet,
            @DefaultValue("true") boolean robots,
            @Nullable Duration expectEvery,
            @Nullable Language language,
            @Nullable ZoneId zone,
            @Nullable Set<String> topics,
            @Nullable Set<String> areas,
            @Nullable PageRules rules) {
        this.key = key;
        this.kind = kind == null ? Kind.AUTO : kind;
        this.path = path == null ? null : path.toAbsolutePath().normalize();
        this.url = mailbox == null ? url : mailbox.url();
        this.mailbox = mailbox;
        this.every = every;
        this.watch = watch;
        this.intranet = intranet;
        this.robots = robots;
        this.expectEvery = expectEvery;
        this.language = language;
        this.zone = zone;
        this.topics = topics == null ? Set.of() : Set.copyOf(topics);
        this.areas = areas == null ? Set.of() : Set.copyOf(areas);
        this.rules = rules == null ? PageRules.NONE : rules;
        check();
    }

    /** One that nothing is known of but where it is. */
    static SourceSettings of(Kind kind, URI url) {
        return new SourceSettings(
                "new-source",
                kind,
                null,
                url,
                null,
                Duration.ofMinutes(15),
                false,
                false,
                true,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** The same source, after it was found out what it is. */
    SourceSettings as(Kind found, URI at) {
        return new SourceSettings(
                key,
                found,
                null,
                at,
                null,
                every,
                watch,
                intranet,
                robots,
                expectEvery,
                language,
                zone,
                topics,
                areas,
                rules);
    }

    /** Where it is, as text. */
    String address() {
        return String.valueOf(kind == Kind.FOLDER ? path : url);
    }

    /** What one asks one thing at a time: a feed's host, or the folder. */
    String place() {
        return url == null || url.getHost() == null ? key : Links.place(url);
    }

    private void check() {
        require(key != null && key.matches("[a-z0-9-]{2,40}"), "key must be 2–40 of a–z, 0–9 and hyphen");
        require(
                kind != Kind.AUTO || url != null,
                "it needs a url, or a path; kind must be folder, feed, wordpress, drupal, sttinfo, sitemap, listing, mailbox or auto");
        require((kind == Kind.MAILBOX) == (mailbox != null), "a mailbox, and nothing else, needs mailbox settings");
        require(kind != Kind.FOLDER || path != null, "a folder needs a path");
        require(
                kind == Kind.FOLDER || kind == Kind.MAILBOX || (url != null && Links.isWeb(url)),
                "it needs a url that begins with http:// or https://");
        require(url == null || url.getUserInfo() == null, "its url must have no name and password in it");
        require(!every.isNegative() && !every.isZero(), "every must be a duration such as 15m");
        require(
                expectEvery == null || expectEvery.compareTo(every) >= 0,
                "expect-every must be a duration that is not shorter than every, such as 7d");
    }

    private void require(boolean fulfilled, String demand) {
        if (!fulfilled) {
            throw new IllegalArgumentException("tiedote.sources, source \"" + key + "\": " + demand);
        }
    }
}
