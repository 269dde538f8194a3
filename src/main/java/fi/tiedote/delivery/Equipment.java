package fi.tiedote.delivery;

import fi.tiedote.city.City;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** What every courier of a node works with. */
@Component
class Equipment {
    private final Posts posts;
    private final Queue queue;
    private final Results results;
    private final Plates plates;
    private final Patience patience;
    private final Envelopes envelopes;
    private final Outbound outbound;
    private final Signers signers;
    private final String localhost;
    private final DeliverySettings.Patience pauses;

    Equipment(
            Posts posts,
            Queue queue,
            Results results,
            Editions editions,
            Seals seals,
            Signers signers,
            DeliverySettings settings,
            City city,
            MeterRegistry figures,
            Clock clock) {
        this.posts = posts;
        this.queue = queue;
        this.results = results;
        this.plates = new Plates(editions);
        this.patience = new Patience(settings.delivery(), clock);
        this.envelopes = new Envelopes(city.sender(), settings, seals);
        this.outbound = new Outbound(figures);
        this.signers = signers;
        this.localhost = settings.domain(city);
        this.pauses = settings.delivery();
    }

    /** From time to time. */
    void refresh() {
        posts.refresh();
    }

    Shift shift(Relay relay, Journal journal, Lease lease, Recalls recalls, Bell bell) {
        var post = posts.at(relay, lease);
        var line = new Line(relay, localhost, pauses, post.pipelining());
        var notes = new Notes(journal);
        var handover = new Handover(line, envelopes, patience, signers, notes);
        var courier =
                new Courier(post, queue, results, plates, handover, journal, notes, lease, recalls, outbound, bell);
        return new Shift(post, courier, line, journal, bell, pauses);
    }
}
