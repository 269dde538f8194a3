package fi.tiedote.gather;

import fi.tiedote.city.City;
import fi.tiedote.city.Language;
import fi.tiedote.release.Draft;
import fi.tiedote.release.Vocabulary;
import java.time.Clock;
import java.time.Instant;
import org.jsoup.Jsoup;
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
        return Identity.hash("1\n" + vocabulary + city.timeZone() + source);
    }

    /** @param announces whether the source is past its first import */
    Draft draft(SourceSettings source, Item item, boolean announces) {
        var text = item.title() + " " + item.lead() + " "
                + Jsoup.parseBodyFragment(item.bodyHtml()).text();
        return new Draft(
                source.key(),
                item.id(),
                item.id(),
                item.language() == null ? Language.FI : item.language(),
                item.url(),
                item.title(),
                item.lead(),
                item.bodyHtml(),
                past(item.publishedAt()),
                past(item.updatedAt()),
                null,
                topics.sort(source.key(), source.topics(), item.categories(), text),
                areas.sort(source.key(), source.areas(), item.categories(), text),
                item.contacts(),
                item.attachments(),
                announces && !isOld(source, item));
    }

    /** What is to come has not been published: whoever dates ahead must not lead every list until then. */
    private @Nullable Instant past(@Nullable Instant moment) {
        return moment != null && moment.isAfter(clock.instant()) ? null : moment;
    }

    /** What somebody puts into a folder by hand is news, whatever its date. */
    private boolean isOld(SourceSettings source, Item item) {
        return source.kind() == SourceSettings.Kind.FEED
                && item.publishedAt() != null
                && item.publishedAt().isBefore(clock.instant().minus(limits.oldAfter()));
    }
}
