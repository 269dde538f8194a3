package fi.tiedote.mailbox;

import fi.tiedote.delivery.NoRelay;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/** The pile as readers see it. */
@Component
@Conditional(NoRelay.class)
class Mailbox {
    private final Pile pile;

    Mailbox(Pile pile) {
        this.pile = pile;
    }

    int size() throws IOException {
        return pile.ids().size();
    }

    /** Newest first. */
    List<Arrival> arrivals(int skip, int limit) throws IOException {
        var arrivals = new ArrayList<Arrival>();
        for (var id : pile.ids().stream().skip(skip).limit(limit).toList()) {
            arrival(id).ifPresent(arrivals::add);
        }
        return arrivals;
    }

    Optional<Arrival> arrival(String id) throws IOException {
        var file = pile.find(id);
        try {
            return file.isPresent() ? Optional.of(Arrival.of(id, file.get())) : Optional.empty();
        } catch (NoSuchFileException clearedMeanwhile) {
            return Optional.empty();
        }
    }

    Optional<Opened> open(String id) throws IOException {
        var file = pile.find(id);
        return file.isPresent() ? Optional.of(Opened.of(file.get())) : Optional.empty();
    }

    Optional<Path> file(String id) {
        return pile.find(id);
    }
}
