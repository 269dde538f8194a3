package fi.tiedote.feed;

import fi.tiedote.city.City;
import fi.tiedote.city.Dates;
import fi.tiedote.city.Language;
import fi.tiedote.city.Phrases;
import fi.tiedote.release.Release;
import fi.tiedote.release.Scope;
import fi.tiedote.release.Selection;
import fi.tiedote.release.State;
import fi.tiedote.release.Term;
import fi.tiedote.release.Vocabulary;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a feed says in words of its own. */
record Wording(City city, Vocabulary vocabulary, Phrases phrases) {

    /** In each language of its releases. */
    FeedPage.Heading heading(Scope scope) {
        var selection = scope.selection();
        return new FeedPage.Heading(
                title(scope),
                inEach(selection, language -> phrases.say(language, "feed.description", author(language))),
                editor(inEach(selection, this::author)));
    }

    FeedPage.Heading ofVersions(Release release) {
        var language = release.language();
        return new FeedPage.Heading(
                phrases.say(language, "feed.history.title", author(language), release.title()),
                phrases.say(language, "feed.history.description", author(language)),
                editor(author(language)));
    }

    String title(Scope scope) {
        return inEach(scope.selection(), language -> title(scope, language));
    }

    /** What may not be published yet says so. */
    String title(Release release) {
        return release.state() == State.EMBARGOED
                ? phrases.say(release.language(), "feed.embargo.title", moment(release), release.title())
                : release.title();
    }

    String embargo(Release release) {
        return phrases.say(release.language(), "feed.embargo.text", moment(release));
    }

    private String moment(Release release) {
        var until = Objects.requireNonNull(release.embargoUntil());
        return new Dates(city).text(until, release.language());
    }

    /** As RSS writes a person: an address, and a name without what its readers take for separators. */
    private String editor(String name) {
        var plain = name.replaceAll("[,()<>\"]", " ").replaceAll("\\s+", " ");
        return city.sender() + " (" + plain.strip() + ")";
    }

    String author(Language language) {
        return city.names().in(language);
    }

    List<Category> categories(Release release) {
        var topics = release.topics().stream().map(slug -> category("topics", slug, vocabulary.topic(slug), release));
        var areas = release.areas().stream().map(slug -> category("areas", slug, vocabulary.area(slug), release));
        return Stream.concat(topics, areas).toList();
    }

    private String title(Scope scope, Language language) {
        var selection = scope.selection();
        var choice = Stream.of(
                        names(selection.topics(), vocabulary::topic, language),
                        names(selection.areas(), vocabulary::area, language),
                        String.join(", ", scope.sources()),
                        selection.words())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
        return author(language) + " – " + (choice.isEmpty() ? phrases.say(language, "feed.releases") : choice);
    }

    private static String inEach(Selection selection, Function<Language, String> text) {
        var languages = selection.languages().isEmpty() ? List.of(Language.values()) : selection.languages();
        return languages.stream().map(text).distinct().collect(Collectors.joining(" / "));
    }

    private static String names(Collection<String> slugs, Function<String, Optional<Term>> term, Language language) {
        return slugs.stream()
                .map(slug -> name(slug, term.apply(slug), language))
                .collect(Collectors.joining(", "));
    }

    private static Category category(String vocabulary, String slug, Optional<Term> term, Release release) {
        return new Category(vocabulary, slug, name(slug, term, release.language()));
    }

    /** A term that is no longer in the vocabulary is known by its slug. */
    private static String name(String slug, Optional<Term> term, Language language) {
        return term.map(known -> known.names().in(language)).orElse(slug);
    }
}
