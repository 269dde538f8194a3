package fi.tiedote.feed;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The limits of the hub.
 *
 * @param intranet whether callbacks may be inside the own network
 * @param perHost most subscriptions, proved or not, whose callback is on one host
 */
@Validated
@ConfigurationProperties("tiedote.hub")
record HubSettings(
        @DefaultValue("false") boolean intranet,
        @Min(1) @DefaultValue("100") int perHost) {}
