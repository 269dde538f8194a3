package fi.tiedote.gather;

import fi.tiedote.city.City;
import fi.tiedote.reading.Origin;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;

/** How pages are asked for and what is known of them then. */
class Web {
    private final Fetcher fetcher;
    private final City city;
    private final Clock clock;

    Web(Fetcher fetcher, City city, Clock clock) {
        this.fetcher = fetcher;
        this.city = city;
        this.clock = clock;
    }

    Answer fetch(Look look, URI url, Outcome.Validators known) {
        look.harvest().beat();
        return fetcher.fetch(url, known, look);
    }

    Origin origin(Look look, Answer.Header header) {
        var zone =
                look.source().zone() == null ? city.timeZone() : look.source().zone();
        return new Origin(
                header.url(), header.contentType(), zone, look.source().language());
    }

    Instant now() {
        return clock.instant();
    }
}
