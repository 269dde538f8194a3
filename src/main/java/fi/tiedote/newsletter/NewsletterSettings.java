package fi.tiedote.newsletter;

import java.time.DayOfWeek;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** When the digests go out, in the city's time zone. The alerts need no time. */
@Validated
@ConfigurationProperties("tiedote.newsletters")
public record NewsletterSettings(
        @DefaultValue Daily daily, @DefaultValue Weekly weekly) {
    public record Daily(@DefaultValue("07:00") LocalTime at) {}

    public record Weekly(
            @DefaultValue("monday") DayOfWeek day,
            @DefaultValue("07:00") LocalTime at) {}
}
