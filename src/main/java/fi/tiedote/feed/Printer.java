package fi.tiedote.feed;

import fi.tiedote.release.Release;
import fi.tiedote.release.Releases;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Makes the edition of an address from the releases as they are now. */
class Printer {
    private static final int TOMBSTONES = 20;

    private final Releases releases;
    private final FeedWriters writers;
    private final Links links;
    private final Clock clock;

    Printer(Releases releases, FeedWriters writers, Links links, Clock clock) {
        this.links = links;
        this.releases = releases;
        this.writers = writers;
        this.clock = clock;
    }

    /** @throws org.springframework.dao.DataAccessException when the database is away */
    Edition print(Address address) {
        var page = page(address.query());
        var bytes = writers.of(address.format()).write(page);
        var now = clock.instant();
        var updated = page.updated().orElse(Instant.EPOCH);
        return new Edition(bytes, updated.isAfter(now) ? now : updated, links.discovery(address));
    }

    private FeedPage page(FeedQuery query) {
        var found = found(query);
        var more = found.size() > query.limit();
        var shown = more ? found.subList(0, query.limit()) : found;
        var contents = shown.stream().map(Release::contentId).distinct().toList();
        var versions = releases.versionsOf(contents).stream().collect(Collectors.groupingBy(Release::contentId));
        var withdrawn = query.before() == null ? releases.withdrawn(query.selection(), TOMBSTONES) : List.<Release>of();
        return new FeedPage(query, shown, versions, withdrawn, more);
    }

    /** One more than fits, to know whether another page follows. */
    private List<Release> found(FeedQuery query) {
        return query.before() == null
                ? releases.latest(query.selection(), query.limit() + 1)
                : releases.latest(query.selection(), query.limit() + 1, query.before());
    }
}
