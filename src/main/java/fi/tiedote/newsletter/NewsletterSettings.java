package fi.tiedote.newsletter;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** When the digests go out, in the city's time zone. The alerts need no time; some are more urgent than others. */
@Validated
@ConfigurationProperties("tiedote.newsletters")
public record NewsletterSettings(
        @DefaultValue Immediate immediate,
        @DefaultValue Daily daily,
        @DefaultValue Weekly weekly) {
    /** @param urgentTopics slugs of topics whose alerts go ahead of other alerts */
    public record Immediate(@DefaultValue List<String> urgentTopics) {}

    public record Daily(@DefaultValue("07:00") LocalTime at) {}

    public record Weekly(
            @DefaultValue("monday") DayOfWeek day,
            @DefaultValue("07:00") LocalTime at) {}
}
