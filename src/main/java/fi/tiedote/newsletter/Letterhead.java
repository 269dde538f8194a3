package fi.tiedote.newsletter;

import fi.tiedote.city.City;
import fi.tiedote.city.Language;
import fi.tiedote.delivery.Slot;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What every letter has around its stories: who sends it, why it came, and the way out. */
@Component
class Letterhead {
    private final City city;

    Letterhead(City city) {
        this.city = city;
    }

    Map<String, Object> around(Language language, String subject, String reason, Map<String, Object> content) {
        var model = new HashMap<String, Object>(content);
        model.put("language", language.code());
        model.put("subject", subject);
        model.put("city", city.names().in(language));
        model.put("home", city.at("/").toString());
        model.put("reason", reason);
        model.put("unsubscribe", city.at("/u/") + Slot.UNSUBSCRIBE.mark());
        model.put("preferences", city.at("/preferences/") + Slot.PREFERENCES.mark());
        return model;
    }
}
