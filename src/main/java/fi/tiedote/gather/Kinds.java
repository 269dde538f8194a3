package fi.tiedote.gather;

import fi.tiedote.city.City;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Who gathers from which kind of source on the web. */
@Component
class Kinds {
    private final Map<SourceSettings.Kind, WebSource> sources = new EnumMap<>(SourceSettings.Kind.class);

    private final FeedSource feeds;

    Kinds(
            FeedSource feeds,
            MailboxSource mailboxes,
            Fetcher fetcher,
            City city,
            Clock clock,
            KnownPages pages,
            Recognised recognised,
            Discovery discovery) {
        this.feeds = feeds;
        sources.put(SourceSettings.Kind.FEED, feeds);
        sources.put(SourceSettings.Kind.MAILBOX, mailboxes);
        sources.put(SourceSettings.Kind.WORDPRESS, new ApiSource(new WordPress(), fetcher, city, clock));
        sources.put(SourceSettings.Kind.DRUPAL, new ApiSource(new Drupal(), fetcher, city, clock));
        sources.put(SourceSettings.Kind.STTINFO, new ApiSource(new PressRoom(), fetcher, city, clock));
        var web = new Web(fetcher, city, clock);
        sources.put(SourceSettings.Kind.SITEMAP, new SitemapSource(web, pages));
        sources.put(SourceSettings.Kind.LISTING, new ListingSource(web, pages));
        sources.put(SourceSettings.Kind.AUTO, new AutoSource(this, discovery, recognised));
    }

    FeedSource feeds() {
        return feeds;
    }

    WebSource of(SourceSettings.Kind kind) {
        return Objects.requireNonNull(sources.get(kind), "a kind on the web");
    }
}
