package fi.tiedote.newsletter;

import fi.tiedote.city.Language;
import fi.tiedote.city.Phrases;
import fi.tiedote.release.Selection;
import fi.tiedote.release.Term;
import fi.tiedote.release.Vocabulary;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Says in words what somebody chose: the reason why a letter came. */
@Component
class Reason {
    private final Vocabulary vocabulary;
    private final Phrases phrases;

    Reason(Vocabulary vocabulary, Phrases phrases) {
        this.vocabulary = vocabulary;
        this.phrases = phrases;
    }

    String of(Collection<Selection> selections, Language language) {
        var parts = Stream.of(
                        names(selections, Selection::topics, vocabulary.topics(), language),
                        names(selections, Selection::areas, vocabulary.areas(), language),
                        words(selections))
                .flatMap(List::stream)
                .toList();
        return parts.isEmpty()
                ? phrases.say(language, "mail.reason.everything")
                : phrases.say(language, "mail.reason", String.join(", ", parts));
    }

    private static List<String> names(
            Collection<Selection> selections,
            Function<Selection, Collection<String>> part,
            List<Term> terms,
            Language language) {
        var slugs = selections.stream().map(part).flatMap(Collection::stream).collect(Collectors.toSet());
        return terms.stream()
                .filter(term -> slugs.contains(term.slug()))
                .map(term -> term.names().in(language))
                .toList();
    }

    private static List<String> words(Collection<Selection> selections) {
        return new TreeSet<>(selections.stream().map(Selection::words).toList())
                .stream()
                        .filter(words -> !words.isEmpty())
                        .map(words -> "“" + words + "”")
                        .toList();
    }
}
