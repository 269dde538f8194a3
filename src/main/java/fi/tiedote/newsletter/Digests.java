package fi.tiedote.newsletter;

import fi.tiedote.release.Release;
import fi.tiedote.release.Releases;
import fi.tiedote.release.Selection;
import fi.tiedote.subscription.Cadence;
import fi.tiedote.subscription.Subscriptions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Writes the daily and weekly digests that are due. */
@Service
class Digests {
    private static final Logger LOG = LoggerFactory.getLogger(Digests.class);
    private static final int PAGE = 200;

    private final DigestPlaces places;
    private final Calendar calendar;
    private final Releases releases;
    private final Subscriptions subscriptions;
    private final DigestEditions editions;
    private final Fanout fanout;
    private final Clock clock;

    Digests(
            DigestPlaces places,
            Calendar calendar,
            Releases releases,
            Subscriptions subscriptions,
            DigestEditions editions,
            Fanout fanout,
            Clock clock) {
        this.places = places;
        this.calendar = calendar;
        this.releases = releases;
        this.subscriptions = subscriptions;
        this.editions = editions;
        this.fanout = fanout;
        this.clock = clock;
    }

    void writeDue() {
        for (var cadence : List.of(Cadence.DAILY, Cadence.WEEKLY)) {
            places.open(cadence, calendar.latest(cadence, clock.instant()), releases.lastPlace());
        }
        for (var digest : places.unwritten()) {
            write(digest);
            places.written(digest);
        }
    }

    private void write(Digest digest) {
        var fresh = fresh(digest);
        var choices = subscriptions.choices(digest.cadence());
        var matcher = new Matcher(releases, fresh, choices);
        var matching = matcher.interested(choices);
        if (!matching.isEmpty()) {
            var run = editions.of(digest, fresh, matching, matcher);
            var written = fanout.write(digest.cadence(), matching.keySet(), run::edition, () -> {});
            LOG.info(
                    "issue {}: {} letters of the {} digest",
                    run.issue().id(),
                    written,
                    digest.cadence().key());
        }
    }

    private List<Release> fresh(Digest digest) {
        var fresh = new ArrayList<Release>();
        for (var last = digest.after(); last < digest.upTo(); ) {
            var page = releases.announced(Selection.EVERYTHING, last, digest.upTo(), PAGE);
            fresh.addAll(page);
            last = page.size() < PAGE ? digest.upTo() : page.get(PAGE - 1).place();
        }
        return fresh;
    }
}
