package fi.tiedote.feed;

import fi.tiedote.city.City;
import fi.tiedote.city.Language;
import fi.tiedote.city.Phrases;
import fi.tiedote.release.Release;
import fi.tiedote.release.Selection;
import fi.tiedote.release.Term;
import fi.tiedote.release.Vocabulary;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a feed says in words of its own. */
record Wording(City city, Vocabulary vocabulary, Phrases phrases) {

    /** The selection, in each language of its releases. */
    String title(Selection selection) {
        return inEach(selection, language -> title(selection, language));
    }

    String description(Selection selection) {
        return inEach(selection, language -> phrases.say(language, "feed.description", author(language)));
    }

    /** As RSS writes a person: an address, and a name without what its readers take for separators. */
    String editor(Selection selection) {
        var name = inEach(selection, this::author).replaceAll("[,()<>\"]", " ").replaceAll("\\s+", " ");
        return city.sender() + " (" + name.strip() + ")";
    }

    String author(Language language) {
        return city.names().in(language);
    }

    List<Category> categories(Release release) {
        var topics = release.topics().stream().map(slug -> category("topics", slug, vocabulary.topic(slug), release));
        var areas = release.areas().stream().map(slug -> category("areas", slug, vocabulary.area(slug), release));
        return Stream.concat(topics, areas).toList();
    }

    private String title(Selection selection, Language language) {
        var choice = Stream.of(
                        names(selection.topics(), vocabulary::topic, language),
                        names(selection.areas(), vocabulary::area, language),
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
