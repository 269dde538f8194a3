package fi.tiedote.feed;

import static fi.tiedote.feed.HubOffice.TOPIC;
import static org.assertj.core.api.Assertions.assertThat;

import fi.tiedote.city.Language;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked of the hub, and how it is proved. */
class HubTests {
    private final HubOffice office = new HubOffice();
    private final Subscriber subscriber = office.subscriber;

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void aWishIsConfirmedByItsCallback() {
        assertThat(office.ask("subscribe", Map.of())).isEqualTo(202);
        office.round();

        assertThat(subscriber.asked("hub.mode")).isEqualTo("subscribe");
        assertThat(subscriber.asked("hub.topic")).isEqualTo(TOPIC);
        assertThat(subscriber.asked("hub.lease_seconds")).isEqualTo("864000");
        assertThat(subscriber.asked("key")).isEqualTo("a+b");
        assertThat(office.count("hub_subscription")).isEqualTo(1);
        assertThat(office.count("hub_intent")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no", "", "%s\n", " %s", "%s and more", "\"%s\""})
    void onlyTheChallengeItselfConfirms(String said) {
        subscriber.says = said;
        office.subscribe(Map.of());

        assertThat(subscriber.asked).hasSize(1);
        assertThat(office.count("hub_subscription") + office.count("hub_intent"))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 307, 404, 410, 500})
    void theChallengeIsWorthNothingWithAnotherStatus(int status) {
        subscriber.confirmsWith = status;
        office.subscribe(Map.of());

        assertThat(office.count("hub_subscription") + office.count("hub_intent"))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"1, 3600", "86400, 86400", "999999999999, 2592000", "0, 864000", "'', 864000"})
    void aLeaseIsFinite(String asked, String granted) {
        office.subscribe(Map.of("hub.lease_seconds", asked));

        assertThat(subscriber.asked("hub.lease_seconds")).isEqualTo(granted);
    }

    @Test
    void aLeaseThatEndedIsNotServed() {
        office.subscribe(Map.of("hub.lease_seconds", "3600"));
        office.office.clock.advance(Duration.ofHours(1));
        office.publish("a");
        office.round();

        assertThat(subscriber.pushed).isEmpty();
        assertThat(office.count("hub_subscription")).isZero();
    }

    @Test
    void askingAgainRenewsTheLeaseAndTheSecretOfTheOneSubscription() {
        office.subscribe(Map.of("hub.lease_seconds", "3600", "hub.secret", "vanha"));
        office.office.clock.advance(Duration.ofMinutes(59));
        office.subscribe(Map.of("hub.lease_seconds", "3600", "hub.secret", "uusi"));
        office.office.clock.advance(Duration.ofMinutes(59));
        office.publish("a");
        office.round();

        assertThat(office.count("hub_subscription")).isEqualTo(1);
        assertThat(subscriber.pushed).hasSize(1).allMatch(pushed -> pushed.isSignedWith("uusi"));
    }

    @Test
    void whoDoesNotProveARenewalKeepsWhatHeHad() {
        office.subscribe(Map.of("hub.secret", "vanha"));
        subscriber.says = "no";
        office.subscribe(Map.of("hub.secret", "vieras"));
        office.publish("a");
        office.round();

        assertThat(subscriber.pushed).hasSize(1).allMatch(pushed -> pushed.isSignedWith("vanha"));
    }

    @Test
    void unsubscribingIsConfirmedToo() {
        office.subscribe(Map.of());
        subscriber.says = "no";
        assertThat(office.ask("unsubscribe", Map.of())).isEqualTo(202);
        office.round();
        assertThat(office.count("hub_subscription")).isEqualTo(1);

        subscriber.says = "%s";
        office.ask("unsubscribe", Map.of());
        office.round();
        assertThat(subscriber.asked("hub.mode")).isEqualTo("unsubscribe");
        assertThat(subscriber.asked("hub.lease_seconds")).isEmpty();
        assertThat(office.count("hub_subscription")).isZero();
    }

    @Test
    void nobodyIsCalledToEndWhatIsNotThere() {
        assertThat(office.ask("unsubscribe", Map.of())).isEqualTo(202);
        office.round();

        assertThat(subscriber.asked).isEmpty();
    }

    @Test
    void whoWaitsForAFeedThatIsGoneIsDenied() {
        var release = office.office.publish("a", Language.FI, "<p>Auki.</p>");
        var history = "https://tiedote.example.fi/feeds/releases/" + release + ".atom";
        assertThat(office.ask("subscribe", Map.of("hub.topic", history))).isEqualTo(202);
        office.office.desk.withdraw(release);
        office.changed();
        office.round();

        assertThat(subscriber.asked("hub.mode")).isEqualTo("denied");
        assertThat(subscriber.asked("hub.topic")).isEqualTo(history);
        assertThat(subscriber.asked("hub.reason")).isNotEmpty();
        assertThat(office.count("hub_subscription") + office.count("hub_intent"))
                .isZero();
    }
}
