package fi.tiedote.site;

import fi.tiedote.city.Language;
import fi.tiedote.city.Phrases;
import fi.tiedote.release.Scope;
import fi.tiedote.release.Selection;
import fi.tiedote.release.Term;
import fi.tiedote.release.Vocabulary;
import fi.tiedote.subscription.Cadence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts choices into words. */
@Component
class Wording {
    private final Vocabulary vocabulary;
    private final Phrases phrases;

    Wording(Vocabulary vocabulary, Phrases phrases) {
        this.vocabulary = vocabulary;
        this.phrases = phrases;
    }

    /** One line of a description: what it is about, and what was chosen. */
    record Line(String label, String value) {}

    String say(Language language, String key, Object... arguments) {
        return phrases.say(language, key, arguments);
    }

    String topic(String slug, Language language) {
        return name(slug, vocabulary::topic, language);
    }

    String area(String slug, Language language) {
        return name(slug, vocabulary::area, language);
    }

    String language(Language named, Language language) {
        return phrases.say(language, "language." + named.code());
    }

    String cadence(Cadence cadence, Language language) {
        return phrases.say(language, "cadence." + cadence.key());
    }

    /** All that was chosen, and what a choice left open. */
    List<Line> lines(Selection selection, Cadence cadence, Language language) {
        var lines = new ArrayList<Line>();
        lines.add(new Line(say(language, "chosen.cadence"), cadence(cadence, language)));
        lines.addAll(lines(selection, language));
        return lines;
    }

    List<Line> lines(Selection selection, Language language) {
        var lines = new ArrayList<Line>();
        lines.add(line("languages", selection.languages(), each -> language(each, language), language));
        lines.add(line("topics", selection.topics(), slug -> topic(slug, language), language));
        lines.add(line("areas", selection.areas(), slug -> area(slug, language), language));
        if (!selection.words().isEmpty()) {
            lines.add(new Line(say(language, "chosen.words"), selection.words()));
        }
        return lines;
    }

    List<Line> lines(Scope scope, Language language) {
        var lines = new ArrayList<>(lines(scope.selection(), language));
        if (!scope.sources().isEmpty()) {
            lines.add(new Line(say(language, "chosen.sources"), String.join(", ", scope.sources())));
        }
        return lines;
    }

    private <T> Line line(String part, Collection<T> chosen, Function<T, String> name, Language language) {
        var value = chosen.isEmpty()
                ? say(language, "chosen." + part + ".all")
                : chosen.stream().map(name).collect(Collectors.joining(", "));
        return new Line(say(language, "chosen." + part), value);
    }

    /** A term that is no longer in the vocabulary is known by its slug. */
    private static String name(String slug, Function<String, Optional<Term>> terms, Language language) {
        return terms.apply(slug).map(term -> term.names().in(language)).orElse(slug);
    }
}
