package fi.tiedote.site;

import fi.tiedote.city.City;
import fi.tiedote.city.Language;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Writes moments in the city's zone, as people of each language do. */
@Component
class Dates {
    private static final DateTimeFormatter FINNISH = DateTimeFormatter.ofPattern("d.M.yyyy 'klo' H.mm", Locale.ROOT);
    private static final DateTimeFormatter SWEDISH = DateTimeFormatter.ofPattern("d.M.yyyy 'kl.' H.mm", Locale.ROOT);
    private static final DateTimeFormatter ENGLISH =
            DateTimeFormatter.ofPattern("d MMMM yyyy 'at' HH:mm", Locale.ENGLISH);

    private final City city;

    Dates(City city) {
        this.city = city;
    }

    /** For reading. */
    String text(Instant moment, Language language) {
        return format(language).format(moment.atZone(city.timeZone()));
    }

    /** For {@code datetime} and JSON-LD: ISO 8601 with the offset. */
    String machine(Instant moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                moment.truncatedTo(ChronoUnit.SECONDS).atZone(city.timeZone()));
    }

    private static DateTimeFormatter format(Language language) {
        return switch (language) {
            case FI -> FINNISH;
            case SV -> SWEDISH;
            case EN -> ENGLISH;
        };
    }
}
