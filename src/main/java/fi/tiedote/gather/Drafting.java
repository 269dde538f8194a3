package fi.tiedote.gather;

import fi.tiedote.city.City;
import fi.tiedote.city.Language;
import fi.tiedote.reading.Identity;
import fi.tiedote.reading.Item;
import fi.tiedote.reading.Links;
import fi.tiedote.reading.Understood;
import fi.tiedote.release.Draft;
import fi.tiedote.release.DraftBuilder;
import fi.tiedote.release.Match;
import fi.tiedote.release.Vocabulary;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes a draft of an item by the city's rules. */
@Component
class Drafting {
    private final City city;
    private final Vocabulary vocabulary;
    private final Sorter topics;
    private final Sorter areas;
    private final List<String> names;
    private final GatherSettings limits;
    private final Clock clock;
    private final Map<SourceSettings, String> readings = new ConcurrentHashMap<>();

    Drafting(City city, Vocabulary vocabulary, GatherSettings limits, Clock clock) {
        this.city = city;
        this.vocabulary = vocabulary;
        this.topics = new Sorter(Match.Vocabularies.TOPIC, vocabulary.topics());
        this.areas = new Sorter(Match.Vocabularies.AREA, vocabulary.areas());
        this.names = names(city, vocabulary);
        this.limits = limits;
        this.clock = clock;
    }

    /** Changes when the same item may become another draft. */
    String reading(SourceSettings source) {
        return readings.computeIfAbsent(source, this::read);
    }

    private String read(SourceSettings source) {
        return Identity.hash("4\n" + vocabulary + city.timeZone() + source);
    }

    /** @param announces whether the source is past its first import */
    Draft draft(SourceSettings source, Item item, boolean announces) {
        var zone = source.zone() == null ? city.timeZone() : source.zone();
        var understood = Understood.of(item, zone, clock.instant(), names);
        var text = understood.title() + " " + understood.lead() + " " + understood.text();
        var published = past(understood.publishedAt() == null ? understood.updatedAt() : understood.publishedAt());
        var language = item.language() == null ? Language.FI : item.language();
        var itsTopics = topics.sort(source.key(), source.topics(), item.categories(), language, text);
        var itsAreas = areas.sort(source.key(), source.areas(), item.categories(), language, text);
        return new DraftBuilder(source.key(), item.id(), language)
                .url(onTheWeb(item.url()))
                .title(Identity.title(understood.title(), understood.text()))
                .lead(understood.lead())
                .body(understood.bodyHtml())
                .published(published)
                .updated(later(past(understood.updatedAt()), published))
                .embargoed(understood.embargo().until())
                .topics(Sorter.slugs(itsTopics))
                .areas(Sorter.slugs(itsAreas))
                .contacts(item.contacts())
                .attachments(understood.attachments())
                .announced(announces && !isOld(source, understood.publishedAt()))
                .matches(Stream.concat(itsTopics.stream(), itsAreas.stream()).toList())
                .translations(item.translations())
                .doubt(understood.embargo().doubt())
                .build();
    }

    /** An area whose words are written small is called by a common noun: the harbour, the centre. */
    private static List<String> names(City city, Vocabulary vocabulary) {
        var areas = vocabulary.areas().stream()
                .filter(term -> term.words().isEmpty()
                        || term.words().stream().anyMatch(word -> Character.isUpperCase(word.codePointAt(0))))
                .flatMap(term -> Stream.concat(
                        Stream.of(
                                term.names().fi(),
                                term.names().sv(),
                                term.names().en()),
                        term.words().stream()));
        return Stream.concat(
                        areas,
                        Stream.of(
                                city.names().fi(),
                                city.names().sv(),
                                city.names().en()))
                .toList();
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
    private boolean isOld(SourceSettings source, @Nullable Instant published) {
        return source.kind() != SourceSettings.Kind.FOLDER
                && published != null
                && published.isBefore(clock.instant().minus(limits.oldAfter()));
    }
}
