package fi.tiedote.newsletter;

import fi.tiedote.city.City;
import fi.tiedote.city.Language;
import fi.tiedote.delivery.EmailAddress;
import fi.tiedote.delivery.Messenger;
import fi.tiedote.delivery.Priority;
import fi.tiedote.delivery.Sheet;
import fi.tiedote.release.Release;
import fi.tiedote.release.Releases;
import fi.tiedote.release.Selection;
import fi.tiedote.subscription.Cadence;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Newsletters made from the latest releases, for whoever wants to see one before residents do. */
@Service
public class Proofs {
    private static final int STORIES = 10;

    private final Releases releases;
    private final AlertEditions alerts;
    private final DigestEditions digests;
    private final Messenger messenger;
    private final City city;
    private final Clock clock;

    Proofs(
            Releases releases,
            AlertEditions alerts,
            DigestEditions digests,
            Messenger messenger,
            City city,
            Clock clock) {
        this.releases = releases;
        this.alerts = alerts;
        this.digests = digests;
        this.messenger = messenger;
        this.city = city;
        this.clock = clock;
    }

    /** Sends one letter at once. @return empty when there is no release in that language to make it from */
    public Optional<Messenger.Receipt> send(Cadence newsletter, Language language, EmailAddress to) {
        var selection = new Selection(List.of(language), List.of(), List.of(), "");
        var latest = releases.latest(selection, STORIES);
        var priority = newsletter == Cadence.IMMEDIATE ? Priority.ALERT : Priority.DIGEST;
        return latest.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        messenger.hand(newsletter.key(), priority, sheet(newsletter, language, latest, selection), to));
    }

    private Sheet sheet(Cadence newsletter, Language language, List<Release> latest, Selection selection) {
        return switch (newsletter) {
            case IMMEDIATE -> alerts.sheet(latest.get(0), List.of(selection));
            case DAILY, WEEKLY ->
                digests.sheet(
                        newsletter,
                        LocalDate.ofInstant(clock.instant(), city.timeZone()),
                        language,
                        latest,
                        List.of(selection));
        };
    }
}
