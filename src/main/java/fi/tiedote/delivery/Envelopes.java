package fi.tiedote.delivery;

import java.util.Map;

/** What differs from letter to letter. */
class Envelopes {
    private final String sender;
    private final DeliverySettings settings;
    private final Seals seals;

    Envelopes(String sender, DeliverySettings settings, Seals seals) {
        this.sender = sender;
        this.settings = settings;
        this.seals = seals;
    }

    /** Where failures are reported to; with a bounce domain, an address that tells the letter (VERP). */
    String sender(Letter letter) {
        return settings.bounceDomain() == null
                ? sender
                : "b-" + seals.seal(Purpose.BOUNCE, Long.toString(letter.id())) + "@" + settings.bounceDomain();
    }

    Map<Slot, String> values(Letter letter) {
        var membership = letter.subscriber() + "." + letter.newsletter();
        return Map.of(
                Slot.ADDRESS, letter.address(),
                Slot.MESSAGE_ID, seals.seal(Purpose.MESSAGE_ID, Long.toString(letter.id())),
                Slot.UNSUBSCRIBE, seals.seal(Purpose.UNSUBSCRIBE, membership),
                Slot.PREFERENCES, seals.seal(Purpose.PREFERENCES, membership),
                Slot.PERSONAL, letter.personal() == null ? "" : letter.personal());
    }
}
