package fi.tiedote.delivery;

import fi.tiedote.city.City;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the couriers of this node know of each relay; one post for all entries of a name. */
@Component
class Posts {
    private final Results results;
    private final Breakers breakers;
    private final RelayDays days;
    private final DeliverySettings.Patience pauses;
    private final City city;
    private final Clock clock;
    private final MeterRegistry figures;
    private final Scales scales = new Scales();
    private final Map<String, Post> posts = new LinkedHashMap<>();

    Posts(
            Results results,
            Breakers breakers,
            RelayDays days,
            DeliverySettings settings,
            City city,
            MeterRegistry figures,
            Clock clock) {
        this.results = results;
        this.breakers = breakers;
        this.days = days;
        this.pauses = settings.delivery();
        this.city = city;
        this.clock = clock;
        this.figures = figures;
    }

    /** Couriers of several entries of one name share their post. */
    synchronized Post at(Relay relay, Lease lease) {
        return posts.computeIfAbsent(relay.toString(), name -> {
            var health = new Health(relay, pauses.relayRetry());
            scales.add(relay, health);
            Gauge.builder("tiedote.relay.usable", health, each -> each.isGood() ? 1 : 0)
                    .description("Whether a relay can be used, as this node finds it")
                    .tag("relay", name)
                    .register(figures);
            var gate = new Gate(relay, days, lease, city.timeZone(), clock);
            return new Post(
                    relay,
                    health,
                    new Manners(name, breakers, results),
                    gate,
                    scales,
                    breakers,
                    new Pipelining(relay, pauses.relayRetry()));
        });
    }

    /** Why a relay cannot be used now; empty when it can, or when no courier has tried it yet. */
    synchronized String trouble(String relay) {
        var post = posts.get(relay);
        return post == null ? "" : post.health().trouble();
    }

    /** From time to time: notifications may get lost. */
    void refresh() {
        breakers.refresh();
    }
}
