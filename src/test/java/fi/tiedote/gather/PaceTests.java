package fi.tiedote.gather;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTests {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private final SourceSettings source = Newsroom.feed("museum", URI.create("https://museum.example.fi/feed"));

    @ParameterizedTest
    @CsvSource({"1, PT10M", "2, PT20M", "3, PT40M", "50, P1D"})
    void eachFailureWaitsLonger(int failures, Duration expected) {
        var due = new Pace().afterFailure(source, failures, Duration.ZERO, NOW);

        assertThat(due)
                .isBetween(
                        NOW.plus(expected.multipliedBy(9).dividedBy(10)),
                        NOW.plus(expected.multipliedBy(11).dividedBy(10)));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "120, PT2M",
                "'Mon, 23 Nov 2026 10:00:00 GMT', PT1H",
                "'Mon, 23 Nov 2020 10:00:00 GMT', PT0S",
                "99999999, P1D",
                "soon, PT0S",
                "-, PT0S"
            })
    void secondsAndDatesAreUnderstood(String header, Duration wait) {
        assertThat(RetryAfter.of(header, NOW)).isEqualTo(wait);
    }
}
