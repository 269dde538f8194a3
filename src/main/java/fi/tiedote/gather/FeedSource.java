package fi.tiedote.gather;

import fi.tiedote.city.City;
import fi.tiedote.reading.Document;
import fi.tiedote.reading.Origin;
import fi.tiedote.reading.Parser;
import fi.tiedote.reading.Unreadable;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers from feeds. */
@Component
class FeedSource implements WebSource {
    /** A permanent redirect is believed when it has been there this often. */
    static final int BELIEVED = 3;

    private final Fetcher fetcher;
    private final City city;

    FeedSource(Fetcher fetcher, City city) {
        this.fetcher = fetcher;
        this.city = city;
    }

    @Override
    public Outcome gather(Look look) {
        var answer = fetcher.fetch(look.from(), look.known(), look);
        if (answer instanceof Answer.Refused refused) {
            return Outcome.Failed.by(refused);
        }
        if (answer instanceof Answer.Fetched fetched) {
            return take(look.source(), fetched, look.harvest());
        }
        if (answer instanceof Answer.NotModified unchanged) {
            look.harvest().same();
            return new Outcome.Read(Outcome.Validators.refreshed(look.known(), unchanged.header()), false);
        }
        return new Outcome.Failed("it redirects to nowhere", Duration.ZERO);
    }

    /** Where to ask: where permanent redirects have led several times, else where the settings say. */
    static URI from(SourceSettings source, @Nullable String movedTo, int movedTimes) {
        return movedTo != null && movedTimes >= BELIEVED ? URI.create(movedTo) : Objects.requireNonNull(source.url());
    }

    /** Takes what was fetched, or what a hub has pushed. */
    Outcome take(SourceSettings source, Answer.Fetched fetched, Harvest harvest) {
        var header = fetched.header();
        var zone = source.zone() == null ? city.timeZone() : source.zone();
        var origin = new Origin(header.url(), header.contentType(), zone, source.language());
        var reading = Parser.feed(fetched.body(), origin);
        if (reading instanceof Document document) {
            return take(document, header, harvest);
        }
        return new Outcome.Failed(reading instanceof Unreadable unreadable ? unreadable.reason() : "", Duration.ZERO);
    }

    private static Outcome take(Document document, Answer.Header header, Harvest harvest) {
        var allKept = harvest.takeAll(document.items(), document.problems());
        // Without validators the next fetch brings everything again, and so another chance for what could not be kept.
        return new Outcome.Read(
                allKept ? Outcome.Validators.of(header) : Outcome.Validators.unconditional(header),
                false,
                Outcome.Progress.COMPLETE,
                document.wishes().beside(header.links(), header.url()));
    }
}
