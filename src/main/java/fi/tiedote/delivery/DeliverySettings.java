package fi.tiedote.delivery;

import fi.tiedote.city.City;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How letters leave.
 *
 * @param data where the couriers' journals are
 * @param relays none means the mailbox of this machine
 * @param bounceDomain whose mailboxes take what comes back; without it, the sender's address does
 * @param dkim the keys that sign letters
 * @param delivery pace and patience
 */
@Validated
@ConfigurationProperties("tiedote")
public record DeliverySettings(
        Path data,
        @Nullable List<Relay> relays,
        @Nullable String bounceDomain,
        @Nullable List<Dkim> dkim,
        @DefaultValue Patience delivery) {

    public DeliverySettings {
        dkim = dkim == null ? List.of() : List.copyOf(dkim);
        relays = relays == null ? List.of() : List.copyOf(relays);
    }

    List<Dkim> signingKeys() {
        return dkim == null ? List.of() : dkim;
    }

    /** The domain of Message-IDs: the sender's. */
    String domain(City city) {
        return city.sender().substring(city.sender().indexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    /**
     * @param firstRetry pause after the first deferral; it doubles with each further one, up to four hours
     * @param doubtRetry pause after which a letter in doubt is sent once more, with the same Message-ID
     * @param lease for how long a node that is silent keeps the letters that it claimed
     * @param look how often couriers look for letters of which nobody told them, such as deferred ones
     * @param idle for how long a connection without letters stays open
     * @param reply for how long a relay may keep a courier waiting for a reply
     * @param verdict the same after a message; RFC 5321 §4.5.3.2.6 wants ten minutes, and a shorter wait makes duplicates of
     *     slow relays
     * @param relayRetry pause after which a relay that could not be used is asked again; it doubles, up to half a minute
     * @param retention how long after it was settled a letter is kept
     * @param breaker pause after which one letter goes where all were refused; it doubles, up to an hour
     * @param inDoubt what becomes of letters whose fate nobody knows
     * @param giveUp the age at which a letter that was only ever deferred is refused
     */
    public record Patience(
            @DefaultValue("1m") Duration firstRetry,
            @DefaultValue("15m") Duration doubtRetry,
            @DefaultValue("30s") Duration lease,
            @DefaultValue("2s") Duration look,
            @DefaultValue("20s") Duration idle,
            @DefaultValue("5m") Duration reply,
            @DefaultValue("10m") Duration verdict,
            @DefaultValue("1s") Duration relayRetry,
            @DefaultValue("90d") Duration retention,
            @DefaultValue("5m") Duration breaker,
            @DefaultValue Doubts inDoubt,
            @DefaultValue GiveUp giveUp) {}

    public record GiveUp(
            @DefaultValue("1h") Duration confirmations,
            @DefaultValue("6h") Duration alerts,
            @DefaultValue("4d") Duration digests) {}
}
