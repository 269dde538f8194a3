package fi.tiedote.newsletter;

import fi.tiedote.city.City;
import fi.tiedote.city.Language;
import fi.tiedote.release.Contact;
import fi.tiedote.release.Release;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Releases as the values that a letter's template shows. */
@Component
class Stories {
    private static final Map<Language, String> DATES =
            Map.of(Language.FI, "d.M.yyyy", Language.SV, "d.M.yyyy", Language.EN, "d MMMM yyyy");

    private final City city;

    Stories(City city) {
        this.city = city;
    }

    /** {@code title}, {@code lead}, {@code html}, {@code text}, {@code date}, {@code link}, {@code language}, {@code contacts}, {@code files}. */
    Map<String, Object> of(Release release) {
        return Map.of(
                "title", release.title(),
                "lead", release.lead(),
                "html", InlineStyles.in(release.bodyHtml()),
                "text", PlainText.of(release.bodyHtml()),
                "date", date(release.publishedAt(), release.language()),
                "link", city.at("/releases/" + release.id()).toString(),
                "language", release.language().code(),
                "contacts", release.contacts().stream().map(Stories::contact).toList(),
                "files", files(release));
    }

    List<Map<String, Object>> of(List<Release> releases) {
        return releases.stream().map(this::of).toList();
    }

    String date(Instant moment, Language language) {
        return date(LocalDate.ofInstant(moment, city.timeZone()), language);
    }

    String date(LocalDate day, Language language) {
        return DateTimeFormatter.ofPattern(DATES.getOrDefault(language, "d.M.yyyy"), language.locale())
                .format(day);
    }

    /** Those that are kept here and are no pictures: a letter links them and carries none. */
    private List<Map<String, String>> files(Release release) {
        return release.attachments().stream()
                .filter(file -> file.hasKeptFile() && !file.type().startsWith("image/"))
                .map(file -> file.of(release.id(), city))
                .map(file -> Map.of("name", file.alt(), "url", file.url().toString()))
                .toList();
    }

    private static Map<String, String> contact(Contact contact) {
        return Map.of(
                "name", contact.name(),
                "title", contact.title(),
                "organisation", contact.organisation(),
                "telephone", contact.telephone(),
                "email", contact.email());
    }
}
