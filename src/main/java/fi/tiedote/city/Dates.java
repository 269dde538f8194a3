package fi.tiedote.city;

import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** Writes moments in the city's zone, as people of each language do. */
@Component
public class Dates {
    private final City city;

    public Dates(City city) {
        this.city = city;
    }

    /** For reading. Midnight stands for a day without an hour, as most releases have it. */
    public String text(Instant moment, Language language) {
        var there = moment.atZone(city.timeZone());
        var hour = there.toLocalTime().equals(LocalTime.MIDNIGHT) ? "" : hour(language);
        return DateTimeFormatter.ofPattern(day(language) + hour, language.locale())
                .format(there);
    }

    /** For {@code datetime} and JSON-LD: ISO 8601 with the offset. */
    public String machine(Instant moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                moment.truncatedTo(ChronoUnit.SECONDS).atZone(city.timeZone()));
    }

    private static String day(Language language) {
        return switch (language) {
            case FI, SV -> "d.M.yyyy";
            case EN -> "d MMMM yyyy";
        };
    }

    private static String hour(Language language) {
        return switch (language) {
            case FI -> " 'klo' H.mm";
            case SV -> " 'kl.' H.mm";
            case EN -> " 'at' HH:mm";
        };
    }
}
