package fi.tiedote.feed;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The limits of the hub.
 *
 * @param intranet whether callbacks may be inside the own network
 * @param perHost most subscriptions, proved or not, whose callback is on one host
 * @param wishes most wishes in {@link #PERIOD} that come from one network, and most about one host
 * @param deadline most time for one call, from the look for its host's address to the last byte of an answer
 */
@Validated
@ConfigurationProperties("tiedote.hub")
record HubSettings(
        @DefaultValue("false") boolean intranet,
        @Min(1) @DefaultValue("100") int perHost,
        @Min(1) @DefaultValue("200") int wishes,

        @DurationMin(millis = 100) @DurationMax(seconds = 60) @DefaultValue("20s")
        Duration deadline) {
    static final Duration PERIOD = Duration.ofMinutes(10);
}
