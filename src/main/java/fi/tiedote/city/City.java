package fi.tiedote.city;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The settings by which an installation presents itself.
 *
 * @param names what the press service is called, e.g. "Esimerkkilän kaupunki"
 * @param baseUrl where browsers and readers reach this installation; absolute, without a trailing slash
 * @param timeZone in which dates without a zone are read and all dates are shown
 * @param sender the From address of every letter
 */
@Validated
@ConfigurationProperties("tiedote")
public record City(
        @NotNull @Valid Names names,
        @NotNull URI baseUrl,
        @NotNull ZoneId timeZone,
        @NotNull @Email String sender) {
    public City {
        if (baseUrl != null) {
            baseUrl = withoutTrailingSlash(baseUrl);
        }
    }

    /** The public address of a path that starts with a slash. */
    public URI at(String path) {
        return URI.create(baseUrl + path);
    }

    private static URI withoutTrailingSlash(URI url) {
        var scheme = url.getScheme();
        if (!("http".equals(scheme) || "https".equals(scheme)) || url.getHost() == null) {
            throw new IllegalArgumentException(
                    "tiedote.base-url must be an absolute http or https address, not: " + url);
        }
        return URI.create(url.toString().replaceFirst("/+$", ""));
    }
}
