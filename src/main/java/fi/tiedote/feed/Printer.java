package fi.tiedote.feed;

import fi.tiedote.release.Catalogue;
import fi.tiedote.release.LanguageVersion;
import fi.tiedote.release.Release;
import fi.tiedote.release.Releases;
import fi.tiedote.release.State;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;

/** Makes the edition of an address from the releases as they are now. */
class Printer {
    private static final int TOMBSTONES = 20;

    private final Releases releases;
    private final Catalogue catalogue;
    private final Wording wording;
    private final FeedWriters writers;
    private final Links links;
    private final boolean early;
    private final Clock clock;

    /** @param early whether first pages begin with what is embargoed */
    Printer(
            Releases releases,
            Catalogue catalogue,
            Wording wording,
            FeedWriters writers,
            Links links,
            boolean early,
            Clock clock) {
        this.early = early;
        this.releases = releases;
        this.catalogue = catalogue;
        this.wording = wording;
        this.writers = writers;
        this.links = links;
        this.clock = clock;
    }

    /** @throws org.springframework.dao.DataAccessException when the database is away */
    Edition print(Address address) {
        return address.subject() instanceof History history
                ? print(address, history)
                : print(address, (FeedQuery) address.subject());
    }

    private Edition print(Address address, FeedQuery query) {
        return unknownSource(query)
                .map(refusal -> Edition.refusing(refusal, clock.instant()))
                .orElseGet(() -> print(address, page(query)));
    }

    private Edition print(Address address, History history) {
        var release = releases.find(history.release());
        return release.filter(found -> found.state() == State.PUBLISHED)
                .map(found -> print(address, page(history, found)))
                .orElseGet(() -> Edition.refusing(missing(release), clock.instant()));
    }

    private Edition print(Address address, FeedPage page) {
        var bytes = writers.of(address.format()).write(page);
        var now = clock.instant();
        var updated = page.updated().orElse(Instant.EPOCH);
        return new Edition(
                address.format().mediaType(),
                bytes,
                updated.isAfter(now) ? now : updated,
                links.discovery(address),
                Footprint.of(page));
    }

    /** What was never public is not told from what never was. */
    private static Refusal missing(Optional<Release> release) {
        return release.filter(found -> found.state() == State.WITHDRAWN && found.place() > 0)
                .map(withdrawn -> new Refusal(HttpStatus.GONE, "This release has been withdrawn."))
                .orElseGet(() -> new Refusal(HttpStatus.NOT_FOUND, "There is no such release."));
    }

    private Optional<Refusal> unknownSource(FeedQuery query) {
        if (query.scope().sources().isEmpty()) {
            return Optional.empty();
        }
        var known = catalogue.sources();
        return query.scope().sources().stream()
                .filter(source -> !known.contains(source))
                .findFirst()
                .map(source -> Refusal.unknown("source", source, known));
    }

    private FeedPage page(FeedQuery query) {
        var found = found(query);
        var more = found.size() > query.limit();
        var shown = more ? found.subList(0, query.limit()) : found;
        var withdrawn = query.isFirst() ? catalogue.withdrawn(query.scope(), TOMBSTONES) : List.<Release>of();
        return new FeedPage(
                query,
                wording.heading(query.scope()),
                early && query.isFirst()
                        ? Stream.concat(embargoed(query), shown.stream()).toList()
                        : shown,
                versions(shown),
                withdrawn,
                more ? Optional.of(query.after(shown.get(shown.size() - 1))) : Optional.empty());
    }

    private Stream<Release> embargoed(FeedQuery query) {
        return catalogue.embargoed(query.scope(), FeedQuery.HIGHEST_LIMIT).stream();
    }

    private FeedPage page(History history, Release release) {
        return new FeedPage(
                history,
                wording.ofVersions(release),
                new Chronicle(catalogue, wording).of(release),
                Map.of(),
                List.of(),
                Optional.empty());
    }

    private Map<UUID, List<LanguageVersion>> versions(List<Release> shown) {
        var contents = shown.stream().map(Release::contentId).distinct().toList();
        return releases.versionsOf(contents).stream().collect(Collectors.groupingBy(LanguageVersion::contentId));
    }

    /** One more than fits, to know whether another page follows. */
    private List<Release> found(FeedQuery query) {
        return query.before() == null
                ? catalogue.latest(query.scope(), query.limit() + 1)
                : catalogue.latest(query.scope(), query.limit() + 1, query.before());
    }
}
