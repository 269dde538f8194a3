package fi.tiedote.site;

import fi.tiedote.city.Language;
import fi.tiedote.release.Term;
import fi.tiedote.release.Vocabulary;
import fi.tiedote.subscription.Cadence;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What forms let people tick, with what they have ticked already. */
@Component
class Choices {
    private final Vocabulary vocabulary;
    private final Wording wording;

    Choices(Vocabulary vocabulary, Wording wording) {
        this.vocabulary = vocabulary;
        this.wording = wording;
    }

    record Option(String value, String label, String lang, boolean chosen) {}

    /** The part of a form that chooses releases. */
    record Fields(List<Option> languages, List<Option> topics, List<Option> areas, String words, boolean narrowed) {}

    Fields fields(Wanted wanted, Language language) {
        return new Fields(
                languages(wanted.languages(), language),
                terms(vocabulary.topics(), wanted.topics(), language),
                terms(vocabulary.areas(), wanted.areas(), language),
                wanted.words(),
                !wanted.topics().isEmpty()
                        || !wanted.areas().isEmpty()
                        || !wanted.words().isEmpty());
    }

    List<Option> cadences(Cadence chosen, Language language) {
        return Stream.of(Cadence.values())
                .map(cadence -> new Option(
                        cadence.key(), wording.cadence(cadence, language), language.code(), cadence == chosen))
                .toList();
    }

    /** Browsers post boxes in the order of the page, so the languages that are preferred stand first. */
    private List<Option> languages(List<Language> chosen, Language language) {
        return Stream.of(chosen.stream(), Stream.of(language), Stream.of(Language.values()))
                .flatMap(part -> part)
                .distinct()
                .map(each ->
                        new Option(each.code(), wording.say(each, "language.self"), each.code(), chosen.contains(each)))
                .toList();
    }

    private static List<Option> terms(List<Term> terms, Collection<String> chosen, Language language) {
        return terms.stream()
                .map(term -> new Option(
                        term.slug(), term.names().in(language), language.code(), chosen.contains(term.slug())))
                .toList();
    }
}
