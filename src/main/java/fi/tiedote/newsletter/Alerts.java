package fi.tiedote.newsletter;

import fi.tiedote.release.Release;
import fi.tiedote.release.Releases;
import fi.tiedote.release.Selection;
import fi.tiedote.subscription.Cadence;
import fi.tiedote.subscription.Subscriptions;
import java.util.LinkedHashSet;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Writes the letters of releases that are new, at once. */
@Service
class Alerts {
    private static final Logger LOG = LoggerFactory.getLogger(Alerts.class);
    private static final int BATCH = 100;

    private final AlertPlace place;
    private final Releases releases;
    private final Subscriptions subscriptions;
    private final AlertEditions editions;
    private final Fanout fanout;

    Alerts(AlertPlace place, Releases releases, Subscriptions subscriptions, AlertEditions editions, Fanout fanout) {
        this.place = place;
        this.releases = releases;
        this.subscriptions = subscriptions;
        this.editions = editions;
        this.fanout = fanout;
    }

    /** Everything that was published since the last time; doing it twice, or on two nodes, writes nothing twice. */
    void write() {
        var upTo = releases.lastPlace();
        if (place.last() >= upTo || !place.take()) {
            return;
        }
        try {
            for (var last = place.last(); last < upTo; last = place.last()) {
                batch(last, upTo);
            }
        } finally {
            place.leave();
        }
    }

    private void batch(long last, long upTo) {
        var fresh = releases.announced(Selection.EVERYTHING, last, upTo, BATCH);
        var contents =
                new LinkedHashSet<UUID>(fresh.stream().map(Release::contentId).toList());
        contents.forEach(this::write);
        place.advance(fresh.size() < BATCH ? upTo : fresh.get(fresh.size() - 1).place());
    }

    /** One issue for all language versions: whoever got one of them does not get another that comes later. */
    private void write(UUID content) {
        var versions = releases.languageVersions(content);
        var choices = subscriptions.choices(Cadence.IMMEDIATE);
        var matcher = new Matcher(releases, versions, choices);
        var matching = matcher.interested(choices);
        if (matching.isEmpty()) {
            return;
        }
        var run = editions.of(content, versions, matching, matcher);
        var written = fanout.write(Cadence.IMMEDIATE, matching.keySet(), run::edition, place::take);
        LOG.info(
                "issue {}: {} letters about release {}",
                run.issue().id(),
                written,
                versions.get(0).id());
    }
}
