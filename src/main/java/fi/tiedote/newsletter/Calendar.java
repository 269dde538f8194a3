package fi.tiedote.newsletter;

import fi.tiedote.city.City;
import fi.tiedote.subscription.Cadence;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import org.springframework.stereotype.Component;

/** Knows when a digest is due. */
@Component
class Calendar {
    private final NewsletterSettings settings;
    private final ZoneId zone;

    Calendar(NewsletterSettings settings, City city) {
        this.settings = settings;
        this.zone = city.timeZone();
    }

    /** The day of the latest digest that is due by a moment; a digest whose hour a clock change skips is due right after it. */
    LocalDate latest(Cadence cadence, Instant now) {
        var today = LocalDate.ofInstant(now, zone);
        return switch (cadence) {
            case IMMEDIATE -> throw new IllegalArgumentException("alerts know no calendar");
            case DAILY -> isDue(today, settings.daily().at(), now) ? today : today.minusDays(1);
            case WEEKLY -> weekly(today, now);
        };
    }

    private LocalDate weekly(LocalDate today, Instant now) {
        var day = today.with(TemporalAdjusters.previousOrSame(settings.weekly().day()));
        return isDue(day, settings.weekly().at(), now) ? day : day.minusWeeks(1);
    }

    private boolean isDue(LocalDate day, LocalTime at, Instant now) {
        return !day.atTime(at).atZone(zone).toInstant().isAfter(now);
    }
}
