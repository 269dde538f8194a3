package fi.tiedote.subscription;

import fi.tiedote.city.City;
import fi.tiedote.city.Language;
import fi.tiedote.city.Phrases;
import fi.tiedote.delivery.Edition;
import fi.tiedote.delivery.Editions;
import fi.tiedote.delivery.Issue;
import fi.tiedote.delivery.Sheet;
import fi.tiedote.delivery.Slot;
import fi.tiedote.delivery.Typesetter;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The letter with one link; it says nothing that a stranger has typed. */
@Component
class ConfirmationLetter {
    private final Editions editions;
    private final Typesetter typesetter;
    private final Phrases phrases;
    private final City city;

    ConfirmationLetter(Editions editions, Typesetter typesetter, Phrases phrases, City city) {
        this.editions = editions;
        this.typesetter = typesetter;
        this.phrases = phrases;
        this.city = city;
    }

    Edition edition(Issue issue, Language language) {
        return editions.find(issue, language.code())
                .orElseGet(() -> editions.keep(issue, language.code(), sheet(language)));
    }

    private Sheet sheet(Language language) {
        var name = city.names().in(language);
        var subject = phrases.say(language, "mail.confirmation.subject", name);
        return typesetter.set(
                "confirmation",
                language,
                subject,
                Map.of(
                        "language",
                        language.code(),
                        "subject",
                        subject,
                        "city",
                        name,
                        "home",
                        city.at("/").toString(),
                        "link",
                        city.at("/confirm/") + Slot.PERSONAL.mark()));
    }
}
