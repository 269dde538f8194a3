package fi.tiedote.release;

import fi.tiedote.city.Language;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Drafts as they come from several sources, all of one day and with one person to ask. */
class Arrivals {
    static final Instant DAY = Instant.parse("2026-11-20T08:00:00Z");
    static final String POOL = "Uimahalli avataan maanantaina 23.11.2026 kello 9 laajan peruskorjauksen jälkeen. "
            + "Korjaus maksoi 4,2 miljoonaa euroa ja kesti kaksi vuotta. Halliin rakennettiin uusi lastenallas, saunat "
            + "uusittiin ja ilmanvaihto korjattiin. Avajaispäivänä sisäänpääsy on maksuton kaikille asukkaille. "
            + "Halli on jatkossa avoinna joka päivä aamusta iltaan, ja liput voi ostaa myös verkosta.";

    private Arrivals() {}

    static Draft draft(String source, String item, Language language, @Nullable String url, String title, String text) {
        return new DraftBuilder(source, item, language)
                .url(url == null ? null : URI.create(url))
                .title(title)
                .body("<p>" + text + "</p>")
                .published(DAY)
                .contacts(List.of(new Contact("Aino Esimerkki", "", "", "040 000 0001", "aino@example.org")))
                .build();
    }

    static Draft pictured(String source, Language language, String title, String text, Instant at, String picture) {
        return new DraftBuilder(draft(source, "1", language, null, title, text))
                .published(at)
                .attachments(List.of(new Attachment(URI.create(picture), "image/jpeg", 0, "", "")))
                .build();
    }

    static Draft linked(Draft draft, String other) {
        return new DraftBuilder(draft)
                .attachments(List.of())
                .translations(Set.of(URI.create(other)))
                .build();
    }
}
