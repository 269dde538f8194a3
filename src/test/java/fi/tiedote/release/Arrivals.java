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
        return new Draft(
                source,
                item,
                item,
                language,
                url == null ? null : URI.create(url),
                title,
                "",
                "<p>" + text + "</p>",
                DAY,
                null,
                null,
                Set.of(),
                Set.of(),
                List.of(new Contact("Aino Esimerkki", "", "", "040 000 0001", "aino@example.org")),
                List.of(),
                true);
    }

    static Draft pictured(String source, Language language, String title, String text, Instant at, String picture) {
        var plain = draft(source, "1", language, null, title, text);
        return new Draft(
                plain.source(),
                plain.item(),
                plain.content(),
                plain.language(),
                null,
                plain.title(),
                "",
                plain.bodyHtml(),
                at,
                null,
                null,
                Set.of(),
                Set.of(),
                plain.contacts(),
                List.of(new Attachment(URI.create(picture), "image/jpeg", 0, "", "")),
                true);
    }

    static Draft linked(Draft draft, String other) {
        return new Draft(
                draft.source(),
                draft.item(),
                draft.content(),
                draft.language(),
                draft.url(),
                draft.title(),
                draft.lead(),
                draft.bodyHtml(),
                draft.publishedAt(),
                null,
                null,
                Set.of(),
                Set.of(),
                draft.contacts(),
                List.of(),
                true,
                List.of(),
                Set.of(URI.create(other)),
                "");
    }
}
