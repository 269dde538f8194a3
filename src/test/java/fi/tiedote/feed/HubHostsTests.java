package fi.tiedote.feed;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tiedote.kit.OddServer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Hosts that say nothing, and those beside them. */
class HubHostsTests {
    private final HubOffice office = new HubOffice(new HubSettings(true, 20, 200, Duration.ofSeconds(20)));
    private final OddServer silent = OddServer.saying("");

    @AfterEach
    void close() {
        silent.close();
        office.close();
    }

    @Test
    void whoSaysNothingIsCalledOnceAndLaterAgainWhateverIsDueThere() {
        for (var number = 1; number <= 7; number++) {
            wish(number);
        }
        office.round();
        office.round();
        assertThat(silent.connections()).isEqualTo(1);

        office.office.clock.advance(Duration.ofSeconds(10));
        office.round();
        assertThat(silent.connections()).isEqualTo(2);
        office.office.clock.advance(Duration.ofSeconds(10));
        office.round();
        assertThat(silent.connections()).isEqualTo(2);
        office.office.clock.advance(Duration.ofSeconds(50));
        office.round();
        assertThat(silent.connections()).isEqualTo(3);
        assertThat(office.count("hub_intent")).isEqualTo(4);
    }

    @Test
    void othersAreServedMeanwhile() {
        wish(1);
        wish(2);
        office.subscribe(Map.of("hub.callback", office.subscriber.callback().replace("127.0.0.1", "localhost")));

        assertThat(office.count("hub_subscription")).isEqualTo(1);
        assertThat(silent.connections()).isEqualTo(1);
    }

    @Test
    void whoSpeaksAgainIsCalledAtOnce() {
        wish(1);
        office.round();
        office.office.clock.advance(Duration.ofSeconds(10));
        office.subscribe(Map.of());
        office.publish("a");
        office.round();

        assertThat(office.subscriber.pushed).hasSize(1);
        assertThat(office.count("hub_host WHERE silences = 0")).isEqualTo(1);
    }

    @Test
    void aPushThatNobodyTakesWaitsWithItsHost() {
        office.subscribe(Map.of());
        office.publish("a");
        office.subscriber.close();
        office.round();
        office.office.clock.advance(Duration.ofSeconds(9));
        office.round();

        assertThat(office.count("hub_host WHERE silences = 1")).isEqualTo(1);
        assertThat(office.count("hub_subscription WHERE tries = 1 AND due_at IS NOT NULL"))
                .isEqualTo(1);
    }

    @Test
    void aHostOfWhomNothingIsLeftIsForgotten() {
        wish(1);
        office.subscribe(Map.of("hub.callback", "http://localhost:" + port() + "/b"));
        var now = office.office.clock.instant();
        office.hosts.forget(now);
        assertThat(office.count("hub_host")).isEqualTo(2);

        office.hosts.forget(now.plus(Duration.ofHours(2)));
        assertThat(office.count("hub_host")).isZero();
    }

    private void wish(int number) {
        assertThat(office.ask("subscribe", Map.of("hub.callback", silent.url() + "?" + number)))
                .isEqualTo(202);
    }

    private int port() {
        return silent.url().getPort();
    }
}
