package fi.tiedote.delivery;

import fi.tiedote.city.City;
import java.time.Clock;
import org.springframework.stereotype.Service;

/** Carries one letter at once and beside the ledger, to see that a relay takes what we send. */
@Service
public class Messenger {
    private static final long NO_ISSUE = 0;

    private final Relays relays;
    private final Engraver engraver;
    private final Envelopes envelopes;
    private final Patience patience;
    private final Signers signers;
    private final City city;
    private final DeliverySettings settings;
    private final Clock clock;

    Messenger(
            Relays relays,
            Engraver engraver,
            Seals seals,
            Signers signers,
            DeliverySettings settings,
            City city,
            Clock clock) {
        this.signers = signers;
        this.relays = relays;
        this.engraver = engraver;
        this.envelopes = new Envelopes(city.sender(), settings, seals);
        this.patience = new Patience(settings.delivery(), clock);
        this.city = city;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param newsletter whose headers the letter has; the links in it belong to nobody */
    public Receipt hand(String newsletter, Priority priority, Sheet sheet, EmailAddress to) {
        var now = clock.instant();
        var plate = engraver.engrave(new Issue(NO_ISSUE, newsletter, "test", priority), sheet);
        var letter =
                new Letter(now.toEpochMilli(), 1, 1, 0, NO_ISSUE, 0, newsletter, 0, to.toString(), null, priority, now);
        var relay = relays.all().get(0);
        try (var line = new Line(
                relay,
                settings.domain(city),
                settings.delivery(),
                new Pipelining(relay, settings.delivery().relayRetry()))) {
            var outcome = new Handover(line, envelopes, patience, signers, new Notes(null)).hand(letter, plate, null);
            return new Receipt(outcome instanceof Outcome.Accepted, relay.toString(), outcome.reply());
        } catch (RelayTrouble e) {
            return new Receipt(false, relay.toString(), String.valueOf(e.getMessage()));
        }
    }

    /** @param words of the relay, or why it could not be asked */
    public record Receipt(boolean accepted, String relay, String words) {}
}
