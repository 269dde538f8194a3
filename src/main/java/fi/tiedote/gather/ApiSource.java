package fi.tiedote.gather;

import fi.tiedote.city.City;
import fi.tiedote.reading.Decoding;
import fi.tiedote.reading.Odd;
import fi.tiedote.reading.Origin;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Gathers from systems that tell their releases as JSON, some pages at each look. */
class ApiSource implements WebSource {
    private final PressApi api;
    private final Fetcher fetcher;
    private final City city;
    private final Clock clock;

    ApiSource(PressApi api, Fetcher fetcher, City city, Clock clock) {
        this.api = api;
        this.fetcher = fetcher;
        this.city = city;
        this.clock = clock;
    }

    /**
     * The latest page is always read: systems let releases appear whose last change is older than the last look. A walk
     * over all pages, or over those that changed, goes on where the last look left it.
     */
    @Override
    public Outcome gather(Look look) {
        var walk = new Walk(look, api, clock.instant(), this);
        return walk.outcome();
    }

    Answer fetch(Look look, URI url, Outcome.Validators known) {
        look.harvest().beat();
        return fetcher.fetch(url, known, look);
    }

    /** Empty, and told, where it is no such page. */
    Optional<Leaf> leaf(Look look, URI url, Answer.Fetched fetched) {
        var header = fetched.header();
        var zone =
                look.source().zone() == null ? city.timeZone() : look.source().zone();
        try {
            var json = JsonMapper.shared().readTree(Decoding.text(fetched.body(), header.contentType()));
            var origin = new Origin(
                    header.url(), header.contentType(), zone, look.source().language());
            return Optional.of(api.leaf(json, header, url, origin));
        } catch (JacksonException | Odd broken) {
            return Optional.empty();
        }
    }

    static Outcome.Failed noJson(URI url) {
        return new Outcome.Failed("it answers with no JSON that its kind has: " + url, Duration.ZERO);
    }
}
