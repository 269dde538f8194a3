package fi.tiedote.release;

import java.time.Instant;
import java.util.Optional;

/**
 * Finds the release that a draft of another id is: by its address, or else by its text. Within one source the source's own
 * ids tell releases apart; only one that was moved, with its address and title, is the same.
 */
class Recognition {
    private final Sightings sightings;

    Recognition(Sightings sightings) {
        this.sightings = sightings;
    }

    /** @param published when it was published, or now */
    Optional<Twin> of(Draft draft, Content content, Instant published) {
        var wording = new Wording(content.title(), content.bodyText());
        return Canonical.of(draft.url())
                .flatMap(address -> atAddress(address, draft, wording))
                .or(() -> sightings.like(wording, draft, published).stream()
                        .filter(twin -> !twin.source().equals(draft.source()))
                        .filter(twin -> Likeness.isOne(wording, twin.wording()))
                        .findFirst());
    }

    /** Where several releases have one address it tells nothing. */
    private Optional<Twin> atAddress(String address, Draft draft, Wording wording) {
        var twins = sightings.at(address, draft);
        if (twins.size() != 1) {
            return Optional.empty();
        }
        var twin = twins.get(0);
        return !twin.source().equals(draft.source()) || isMoved(twin.wording(), wording, address)
                ? Optional.of(twin)
                : Optional.empty();
    }

    private static boolean isMoved(Wording twin, Wording wording, String address) {
        return Likeness.isAkin(twin, wording)
                && (twin.title().equals(wording.title()) || address.matches(".*/release/\\d+"));
    }
}
