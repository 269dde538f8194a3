package fi.tiedote.gather;

import fi.tiedote.city.City;
import fi.tiedote.city.Language;
import fi.tiedote.release.Draft;
import fi.tiedote.release.Vocabulary;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes a draft of an item by the city's rules. */
@Component
class Drafting {
    private final City city;
    private final Vocabulary vocabulary;
    private final Sorter topics;
    private final Sorter areas;
    private final GatherSettings limits;
    private final Clock clock;

    Drafting(City city, Vocabulary vocabulary, GatherSettings limits, Clock clock) {
        this.city = city;
        this.vocabulary = vocabulary;
        this.topics = new Sorter(vocabulary.topics());
        this.areas = new Sorter(vocabulary.areas());
        this.limits = limits;
        this.clock = clock;
    }

    /** Changes when the same item may become another draft. */
    String reading(SourceSettings source) {
        return Identity.hash("2\n" + vocabulary + city.timeZone() + source);
    }

    /** @param announces whether the source is past its first import */
    Draft draft(SourceSettings source, Item item, boolean announces) {
        var body = Plain.ofHtml(item.bodyHtml());
        var text = item.title() + " " + item.lead() + " " + body;
        var published = past(item.publishedAt() == null ? item.updatedAt() : item.publishedAt());
        return new Draft(
                source.key(),
                item.id(),
                item.id(),
                item.language() == null ? Language.FI : item.language(),
                onTheWeb(item.url()),
                Identity.title(item.title(), body),
                item.lead().equals(body) ? "" : item.lead(),
                item.bodyHtml(),
                published,
                later(past(item.updatedAt()), published),
                null,
                topics.sort(source.key(), source.topics(), item.categories(), text),
                areas.sort(source.key(), source.areas(), item.categories(), text),
                item.contacts(),
                item.attachments().stream()
                        .filter(file -> Links.isWeb(file.url()) || file.hasKeptFile())
                        .toList(),
                announces && !isOld(source, item));
    }

    private static @Nullable URI onTheWeb(@Nullable URI url) {
        return url != null && Links.isWeb(url) ? url : null;
    }

    /** An update at the moment of publication is none. */
    private static @Nullable Instant later(@Nullable Instant updated, @Nullable Instant published) {
        return updated == null || published == null || updated.isAfter(published) ? updated : null;
    }

    /** What is to come has not been published: whoever dates ahead must not lead every list until then. */
    private @Nullable Instant past(@Nullable Instant moment) {
        return moment != null && moment.isAfter(clock.instant()) ? null : moment;
    }

    /** What somebody puts into a folder by hand is news, whatever its date. */
    private boolean isOld(SourceSettings source, Item item) {
        return source.kind() != SourceSettings.Kind.FOLDER
                && item.publishedAt() != null
                && item.publishedAt().isBefore(clock.instant().minus(limits.oldAfter()));
    }
}
