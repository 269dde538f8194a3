package fi.tiedote.feed;

import static fi.tiedote.feed.HubOffice.ADDRESS;
import static fi.tiedote.feed.HubOffice.TOPIC;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fi.tiedote.city.Language;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HubDeliveriesTests {
    private final HubOffice office = new HubOffice();
    private final Subscriber subscriber = office.subscriber;

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void aChangeIsPushedInFullAndSigned() {
        office.subscribe(Map.of("hub.secret", "salaisuus ä"));
        office.publish("a");
        office.round();
        var pushed = subscriber.pushed.get(0);

        assertThat(pushed.body())
                .isEqualTo(new String(office.editions.current(ADDRESS).bytes(false), UTF_8));
        assertThat(pushed.header("Content-type")).isEqualTo("application/atom+xml; charset=utf-8");
        assertThat(pushed.header("Link")).contains("<" + TOPIC + ">; rel=\"self\"", "/hub>; rel=\"hub\"");
        assertThat(pushed.isSignedWith("salaisuus ä")).isTrue();
        office.round();
        assertThat(subscriber.pushed).hasSize(1);
    }

    @Test
    void aChangeOfOtherFeedsIsNotPushed() {
        office.subscribe(Map.of());
        office.office.publish("a", Language.SV, "<p>Öppet.</p>");
        office.changed();
        office.round();

        assertThat(subscriber.pushed).isEmpty();
    }

    @Test
    void whoRefusesIsCalledAgainLaterAndLater() {
        office.subscribe(Map.of());
        subscriber.answer = 503;
        office.publish("a");
        for (var pause : List.of(10, 60, 600, 3600)) {
            office.round();
            office.round();
            office.office.clock.advance(Duration.ofSeconds(pause));
        }
        assertThat(subscriber.pushed).hasSize(4);
        subscriber.answer = 200;
        office.round();
        office.round();
        assertThat(subscriber.pushed).hasSize(5);
    }

    @Test
    void whoIsGoneIsForgotten() {
        office.subscribe(Map.of());
        subscriber.answer = 410;
        office.publish("a");
        office.round();

        assertThat(office.count("hub_subscription")).isZero();
    }

    @Test
    void whoFollowsAReleaseIsToldWhenItIsWithdrawn() {
        var release = office.office.publish("a", Language.FI, "<p>Auki.</p>");
        office.subscribe(Map.of("hub.topic", "https://tiedote.example.fi/feeds/releases/" + release + ".atom"));
        office.office.desk.withdraw(release);
        office.changed();
        office.round();

        assertThat(subscriber.asked("hub.mode")).isEqualTo("denied");
        assertThat(subscriber.pushed).isEmpty();
        assertThat(office.count("hub_subscription")).isZero();
    }

    @Test
    void whatANodeLeftAnotherTakesAndTheFirstCannotSettle() {
        office.subscribe(Map.of());
        office.publish("a");
        var now = office.office.clock.instant();
        var turn = office.hosts.claim(now, now.plusSeconds(60)).orElseThrow();
        var lost = office.ledger.claim(turn, now, now.plusSeconds(60), 5).get(0);
        assertThat(office.hosts.claim(now, now.plusSeconds(60))).isEmpty();
        assertThat(office.ledger.claim(turn, now, now.plusSeconds(60), 5)).isEmpty();
        office.office.clock.advance(Duration.ofMinutes(2));
        office.round();
        office.ledger.end(lost);
        office.hosts.free(turn, 3, now.plus(Duration.ofDays(1)));

        assertThat(subscriber.pushed).hasSize(1);
        assertThat(office.count("hub_subscription")).isEqualTo(1);
        assertThat(office.count("hub_host WHERE silences > 0")).isZero();
    }

    @Test
    void whatChangesDuringAPushIsPushedAgain() {
        office.subscribe(Map.of());
        office.publish("a");
        var now = office.office.clock.instant();
        var turn = office.hosts.claim(now, now.plusSeconds(60)).orElseThrow();
        var push = office.ledger.claim(turn, now, now.plusSeconds(60), 5).get(0);
        office.publish("b");
        office.ledger.settle(push, office.editions.current(ADDRESS).etag(true), now);
        office.hosts.free(turn, 0, now);
        office.round();

        assertThat(subscriber.pushed).hasSize(1);
    }
}
