package fi.tiedote.delivery;

import java.util.Map;
import java.util.Optional;

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

    /** Empty when SMTP cannot carry the address. */
    Optional<Envelope> of(Letter letter) {
        return EmailAddress.of(letter.address()).map(to -> new Envelope(letter.id(), sender(letter), to));
    }

    /** Where failures are reported to; with a bounce domain, an address that tells the letter (VERP). */
    private String sender(Letter letter) {
        return settings.bounceDomain() == null
                ? sender
                : "b-" + seals.seal(Purpose.BOUNCE, Long.toString(letter.id())) + "@" + settings.bounceDomain();
    }

    Map<Slot, String> values(Letter letter, Envelope envelope) {
        var membership = letter.subscriber() + "." + letter.newsletter();
        return Map.of(
                Slot.ADDRESS, envelope.recipient().toString(),
                Slot.MESSAGE_ID, seals.seal(Purpose.MESSAGE_ID, Long.toString(letter.id())),
                Slot.UNSUBSCRIBE, seals.seal(Purpose.UNSUBSCRIBE, membership),
                Slot.PREFERENCES, seals.seal(Purpose.PREFERENCES, membership),
                Slot.PERSONAL, letter.personal() == null ? "" : letter.personal());
    }
}
