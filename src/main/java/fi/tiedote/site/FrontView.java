package fi.tiedote.site;

import fi.tiedote.city.Language;
import fi.tiedote.feed.Bookmark;
import fi.tiedote.release.Before;
import fi.tiedote.release.Release;
import fi.tiedote.subscription.Cadence;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the front page shows. */
@Component
class FrontView {
    private final Wording wording;
    private final Choices choices;
    private final SubscribeForm form;
    private final Listing listing;
    private final Addresses addresses;

    FrontView(Wording wording, Choices choices, SubscribeForm form, Listing listing, Addresses addresses) {
        this.wording = wording;
        this.choices = choices;
        this.form = form;
        this.listing = listing;
        this.addresses = addresses;
    }

    /**
     * @param older query of the next page; empty on the last
     * @param later whether this is not the first page
     * @param chosen topics, areas and words in one line; empty when everything is shown
     */
    record Page(
            List<Listing.Item> releases,
            List<LanguageLink> languages,
            EveryLanguage everyLanguage,
            String chosen,
            String older,
            boolean later,
            String first,
            Choices.Fields filter,
            SubscribeForm.View form,
            List<Addresses.Feed> feeds) {}

    record EveryLanguage(String query, boolean shown) {}

    record LanguageLink(String code, String name, String query, boolean shown) {}

    Page of(Visit visit, Wanted wanted, List<Release> shown, boolean later, Optional<Before> older) {
        var language = visit.language();
        var query = Addresses.query(wanted);
        return new Page(
                listing.of(shown, wanted.words(), language),
                languages(wanted),
                everyLanguage(wanted),
                chosen(wanted, language),
                older.map(before -> query + "&before=" + Bookmark.write(before)).orElse(""),
                later,
                query,
                choices.fields(wanted, language),
                form.fresh(wanted, Cadence.DAILY, language),
                addresses.feeds(wanted.selection()));
    }

    private List<LanguageLink> languages(Wanted wanted) {
        return Stream.of(Language.values())
                .map(each -> new LanguageLink(
                        each.code(),
                        wording.say(each, "language.self"),
                        Addresses.query(wanted.in(List.of(each))),
                        wanted.languages().equals(List.of(each))))
                .toList();
    }

    private static EveryLanguage everyLanguage(Wanted wanted) {
        var all = List.of(Language.values());
        return new EveryLanguage(
                Addresses.query(wanted.in(all)), wanted.languages().containsAll(all));
    }

    private String chosen(Wanted wanted, Language language) {
        var topics = wanted.topics().stream().map(slug -> wording.topic(slug, language));
        var areas = wanted.areas().stream().map(slug -> wording.area(slug, language));
        var words = wanted.words().isEmpty()
                ? Stream.<String>of()
                : Stream.of(wording.say(language, "front.chosen.words", wanted.words()));
        return String.join(
                ", ", Stream.of(topics, areas, words).flatMap(part -> part).toList());
    }
}
