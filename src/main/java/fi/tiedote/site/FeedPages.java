package fi.tiedote.site;

import fi.tiedote.city.Language;
import fi.tiedote.feed.Format;
import fi.tiedote.release.Catalogue;
import fi.tiedote.release.Scope;
import fi.tiedote.release.Selection;
import fi.tiedote.release.Vocabulary;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Says what feeds are, and finds the address of the one that somebody wants. */
@Controller
class FeedPages {
    private final Pages pages;
    private final Vocabulary vocabulary;
    private final Choices choices;
    private final Wording wording;
    private final Addresses addresses;
    private final Catalogue catalogue;

    FeedPages(
            Pages pages,
            Vocabulary vocabulary,
            Choices choices,
            Wording wording,
            Addresses addresses,
            Catalogue catalogue) {
        this.pages = pages;
        this.vocabulary = vocabulary;
        this.choices = choices;
        this.wording = wording;
        this.addresses = addresses;
        this.catalogue = catalogue;
    }

    private record Overview(
            Choices.Fields fields, List<Choices.Option> sources, List<Addresses.Feed> everything, List<Ready> topics) {}

    /** The feeds of one topic, in the language of the page. */
    private record Ready(String name, List<Addresses.Feed> feeds) {}

    private record Found(
            List<Wording.Line> lines,
            List<Addresses.Feed> feeds,
            @Nullable Qr qr) {}

    @GetMapping("/feeds")
    ModelAndView feeds(Visit visit) {
        var language = visit.language();
        var wanted = Wanted.read(visit.query(), vocabulary).orIn(language);
        var topics = vocabulary.topics().stream()
                .map(topic -> new Ready(topic.names().in(language), addresses.feeds(about(topic.slug(), language))))
                .toList();
        return pages.show(
                visit,
                "feeds",
                new Overview(
                        choices.fields(wanted, language),
                        sources(visit),
                        addresses.feeds(Selection.EVERYTHING),
                        topics));
    }

    /** None where there is nothing to choose. */
    private List<Choices.Option> sources(Visit visit) {
        var known = catalogue.sources();
        var chosen = visit.query().all("source");
        return known.size() < 2
                ? List.of()
                : known.stream()
                        .map(key ->
                                new Choices.Option(key, key, visit.language().code(), chosen.contains(key)))
                        .toList();
    }

    @GetMapping("/feeds/address")
    ModelAndView address(Visit visit) {
        var wanted = Wanted.read(visit.query(), vocabulary);
        if (!wanted.faults().isEmpty()) {
            return wanted.faults().contains("q")
                    ? pages.problem(visit, HttpStatus.BAD_REQUEST, "400")
                    : pages.problem(visit, HttpStatus.NOT_FOUND, "selection");
        }
        var scope = new Scope(wanted.selection(), visit.query().all("source"));
        if (!scope.sources().isEmpty() && !catalogue.sources().containsAll(scope.sources())) {
            return pages.problem(visit, HttpStatus.NOT_FOUND, "selection");
        }
        var feeds = formats(visit).map(format -> addresses.feed(scope, format)).toList();
        return pages.show(
                visit,
                "feed",
                new Found(
                        wording.lines(scope, visit.language()),
                        feeds,
                        Qr.of(feeds.get(0).url()).orElse(null)));
    }

    /** The one that was chosen; all where none was. */
    private static Stream<Format> formats(Visit visit) {
        var wanted = visit.query().all("format");
        var chosen = Format.OF_READERS.stream()
                .filter(format -> wanted.contains(format.extension()))
                .toList();
        return Optional.of(chosen)
                .filter(any -> !any.isEmpty())
                .map(List::stream)
                .orElse(Format.OF_READERS.stream());
    }

    private static Selection about(String topic, Language language) {
        return new Selection(List.of(language), List.of(topic), List.of(), "");
    }
}
