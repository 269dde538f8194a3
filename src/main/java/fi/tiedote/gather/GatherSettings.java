package fi.tiedote.gather;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The limits of gathering.
 *
 * @param largestFile a larger file is not read
 * @param largestFetch a larger answer, after decompression, is not read
 * @param deadline for one fetch from the first connection to the last byte, redirects included
 * @param connectTimeout for each connection
 * @param readTimeout for each wait for bytes
 * @param settled how long a file's size and time must stand still before it is read
 * @param oldAfter age at which an item that a feed brings for the first time is announced to nobody
 * @param lease how long others leave a source alone that is being gathered
 * @param distance from the end of one request to the beginning of the next at the same host, whichever source or node
 *     makes it; a host's own Crawl-delay may be longer
 * @param websub whether hubs that feeds name are asked to push
 */
@Validated
@ConfigurationProperties("tiedote.gather")
public record GatherSettings(
        @NotNull @DefaultValue("2MB") DataSize largestFile,
        @NotNull @DefaultValue("20MB") DataSize largestFetch,
        @NotNull @DefaultValue("60s") Duration deadline,
        @NotNull @DefaultValue("10s") Duration connectTimeout,
        @NotNull @DefaultValue("20s") Duration readTimeout,
        @NotNull @DefaultValue("1s") Duration settled,
        @NotNull @DefaultValue("30d") Duration oldAfter,
        @NotNull @DefaultValue("2m") Duration lease,
        @NotNull @DefaultValue("1s") Duration distance,
        @NotNull @DefaultValue("auto") WebSub websub) {
    /** Whether hubs are asked to push. */
    public enum WebSub {
        /** Where base-url is a public address with https, so that hubs reach us. */
        AUTO,
        ON,
        OFF
    }
}
