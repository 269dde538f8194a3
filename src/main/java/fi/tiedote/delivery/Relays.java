package fi.tiedote.delivery;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The relays in use: those of the settings, else the one that this machine brings along. */
@Component
public class Relays {
    private final List<Relay> configured;
    private final List<Relay> onBoard;

    public Relays(DeliverySettings settings, ObjectProvider<Relay> onBoard) {
        this.configured = settings.relays() == null ? List.of() : settings.relays();
        this.onBoard = onBoard.stream().toList();
    }

    /** True while no letter leaves this machine. */
    public boolean local() {
        return configured.isEmpty();
    }

    List<Relay> all() {
        return configured.isEmpty() ? onBoard : configured;
    }
}
