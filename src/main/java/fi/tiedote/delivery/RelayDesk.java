package fi.tiedote.delivery;

import java.util.List;
import java.util.Map;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.stereotype.Component;

/** How the relays are, for machines, at {@code /actuator/relays}. */
@Component
@Endpoint(id = "relays")
class RelayDesk {
    private final Relays relays;
    private final Posts posts;
    private final Breakers breakers;

    RelayDesk(Relays relays, Posts posts, Breakers breakers) {
        this.relays = relays;
        this.posts = posts;
        this.breakers = breakers;
    }

    @ReadOperation
    Map<String, Object> relays() {
        List<State> states = relays.all().stream()
                .map(Relay::toString)
                .distinct()
                .map(relay -> new State(relay, posts.trouble(relay).isEmpty(), posts.trouble(relay)))
                .toList();
        return Map.of("relays", states, "closed", breakers.all());
    }

    /** @param trouble why this node cannot use it; empty when it can */
    record State(String name, boolean usable, String trouble) {}
}
