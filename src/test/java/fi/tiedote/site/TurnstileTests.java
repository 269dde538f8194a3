package fi.tiedote.site;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tiedote.kit.MovingClock;
import fi.tiedote.network.Network;
import fi.tiedote.network.Turnstile;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TurnstileTests {
    private final MovingClock clock = new MovingClock("2026-11-20T08:00:00Z");
    private final Turnstile turnstile = new Turnstile(30, Duration.ofMinutes(10), clock);

    @Test
    void aNetworkPassesSoOftenAndThenWaits() {
        for (var time = 0; time < 30; time++) {
            assertThat(turnstile.pass("a")).isEmpty();
        }

        assertThat(turnstile.pass("a")).contains(Duration.ofSeconds(20));
        assertThat(turnstile.pass("b")).isEmpty();
    }

    @Test
    void whoWaitsMayPassAgain() {
        for (var time = 0; time < 31; time++) {
            turnstile.pass("a");
        }
        clock.advance(Duration.ofSeconds(20));

        assertThat(turnstile.pass("a")).isEmpty();
        assertThat(turnstile.pass("a")).contains(Duration.ofSeconds(20));
    }

    @Test
    void neighboursShareANetwork() {
        assertThat(Network.of("192.0.2.1").prefix())
                .isEqualTo(Network.of("192.0.2.200").prefix());
        assertThat(Network.of("192.0.2.1").prefix())
                .isNotEqualTo(Network.of("192.0.3.1").prefix());
        assertThat(Network.of("2001:db8:1:2::3").prefix())
                .isEqualTo(Network.of("2001:db8:1:9::1").prefix());
        assertThat(Network.of("2001:db8:1::1").prefix())
                .isNotEqualTo(Network.of("2001:db8:2::1").prefix());
        assertThat(Network.of("::1").isThisMachine()).isTrue();
        assertThat(Network.of("192.0.2.1").isThisMachine()).isFalse();
    }
}
