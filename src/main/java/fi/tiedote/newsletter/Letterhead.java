package fi.tiedote.newsletter;

import fi.tiedote.city.City;
import fi.tiedote.city.Language;
import fi.tiedote.delivery.Sheet;
import fi.tiedote.delivery.Slot;
import fi.tiedote.delivery.Typesetter;
import fi.tiedote.release.Selection;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Sets letters, each with what every one has around its stories: who sends it, why it came, and the way out. */
@Component
class Letterhead {
    private final Typesetter typesetter;
    private final Reason reason;
    private final City city;

    Letterhead(Typesetter typesetter, Reason reason, City city) {
        this.typesetter = typesetter;
        this.reason = reason;
        this.city = city;
    }

    /** @param selections why its readers get it */
    Sheet set(
            String template,
            Language language,
            String subject,
            Collection<Selection> selections,
            Map<String, Object> content) {
        var model = new HashMap<String, Object>(content);
        model.put("language", language.code());
        model.put("subject", subject);
        model.put("city", city.names().in(language));
        model.put("home", city.at("/").toString());
        model.put("reason", reason(selections, language));
        model.put("unsubscribe", city.at("/u/") + Slot.UNSUBSCRIBE.mark());
        model.put("preferences", city.at("/preferences/") + Slot.PREFERENCES.mark());
        return typesetter.set(template, language, subject, model);
    }

    String reason(Collection<Selection> selections, Language language) {
        return reason.of(selections, language);
    }
}
