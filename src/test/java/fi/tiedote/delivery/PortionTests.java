package fi.tiedote.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PortionTests {
    private final Portion portion = new Portion();

    @Test
    void itGrowsToWhatASecondTakes() {
        assertThat(portion.letters()).isEqualTo(50);
        portion.learn(50, Duration.ofMillis(10));
        assertThat(portion.letters()).isEqualTo(100);
        portion.learn(100, Duration.ofMillis(700));
        assertThat(portion.letters()).isEqualTo(142);
        for (var round = 0; round < 5; round++) {
            portion.learn(portion.letters(), Duration.ofMillis(10));
        }
        assertThat(portion.letters()).isEqualTo(1_000);
    }

    @Test
    void aSlowRelayGetsFewAtATime() {
        portion.learn(50, Duration.ofMillis(100));
        portion.learn(100, Duration.ofMinutes(1));
        assertThat(portion.letters()).isEqualTo(50);
    }

    @Test
    void anEmptyQueueBeginsAnew() {
        portion.learn(50, Duration.ofMillis(10));
        portion.learn(7, Duration.ofMillis(1));
        assertThat(portion.letters()).isEqualTo(50);
    }
}
