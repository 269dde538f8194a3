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
    Optional<Twin> of(Manuscript manuscript, Instant published) {
        var wording = manuscript.wording();
        return manuscript
                .address()
                .flatMap(address -> atAddress(address, manuscript))
                .or(() -> sightings.like(manuscript, published).stream()
                        .filter(twin -> !twin.source().equals(manuscript.draft().source()))
                        .filter(twin -> Likeness.isOne(wording, twin.wording()))
                        .findFirst());
    }

    /** Where several releases have one address it tells nothing. */
    private Optional<Twin> atAddress(String address, Manuscript manuscript) {
        var twins = sightings.at(address, manuscript.language());
        if (twins.size() != 1) {
            return Optional.empty();
        }
        var twin = twins.get(0);
        return !twin.source().equals(manuscript.draft().source())
                        || isMoved(twin.wording(), manuscript.wording(), address)
                ? Optional.of(twin)
                : Optional.empty();
    }

    private static boolean isMoved(Wording twin, Wording wording, String address) {
        return Likeness.isAkin(twin, wording)
                && (twin.title().equals(wording.title()) || address.matches(".*/release/\\d+"));
    }
}
