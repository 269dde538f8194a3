package fi.tiedote.gather;

import fi.tiedote.city.City;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers from feeds. */
@Component
class FeedSource {
    /** A permanent redirect is believed when it has been there this often. */
    private static final int BELIEVED = 3;

    private final Fetcher fetcher;
    private final City city;

    FeedSource(Fetcher fetcher, City city) {
        this.fetcher = fetcher;
        this.city = city;
    }

    /** @param known what makes the fetch conditional; none reads everything again */
    Outcome gather(SourceSettings source, Outcome.Validators known, URI from, Harvest harvest) {
        var answer = fetcher.fetch(from, known, source.intranet());
        if (answer instanceof Answer.Refused refused) {
            return new Outcome.Failed(refused.reason(), refused.notBefore());
        }
        if (answer instanceof Answer.Fetched fetched) {
            return take(source, fetched, harvest);
        }
        return answer instanceof Answer.NotModified unchanged
                ? new Outcome.Read(refreshed(known, unchanged.header()), false)
                : new Outcome.Failed("it redirects to nowhere", Duration.ZERO);
    }

    /** Where to ask: where permanent redirects have led several times, else where the settings say. */
    static URI from(SourceSettings source, @Nullable String movedTo, int movedTimes) {
        return movedTo != null && movedTimes >= BELIEVED ? URI.create(movedTo) : Objects.requireNonNull(source.url());
    }

    private Outcome take(SourceSettings source, Answer.Fetched fetched, Harvest harvest) {
        var header = fetched.header();
        var zone = source.zone() == null ? city.timeZone() : source.zone();
        var origin = new Origin(header.url(), header.contentType(), zone, source.language());
        var reading = Parser.read(fetched.body(), origin);
        if (reading instanceof Document document) {
            return take(document, header, harvest);
        }
        return new Outcome.Failed(reading instanceof Unreadable unreadable ? unreadable.reason() : "", Duration.ZERO);
    }

    /** Newest first is how feeds are written; what came first shall be published first. */
    private static Outcome take(Document document, Answer.Header header, Harvest harvest) {
        document.problems().forEach(problem -> harvest.report(problem + "; it was left out"));
        var allKept = true;
        for (var at = document.items().size() - 1; at >= 0; at--) {
            var item = document.items().get(at);
            var problem = harvest.take(item);
            problem.ifPresent(reason -> harvest.report("item " + item.id() + ": " + reason));
            allKept &= problem.isEmpty();
        }
        // Without validators the next fetch brings everything again, and so another chance for what could not be kept.
        return new Outcome.Read(
                allKept ? validators(header) : new Outcome.Validators(null, null, moved(header)), false);
    }

    /** A 304 may bring newer validators (RFC 9110 §15.4.5); each stands for itself. */
    private static Outcome.Validators refreshed(Outcome.Validators known, Answer.Header header) {
        return new Outcome.Validators(
                header.etag() == null ? known.etag() : header.etag(),
                header.lastModified() == null ? known.lastModified() : header.lastModified(),
                moved(header));
    }

    private static Outcome.Validators validators(Answer.Header header) {
        return new Outcome.Validators(header.etag(), header.lastModified(), moved(header));
    }

    private static @Nullable String moved(Answer.Header header) {
        return header.movedTo() == null ? null : header.movedTo().toString();
    }
}
