package fi.tiedote.site;

import fi.tiedote.city.Dates;
import fi.tiedote.city.Language;
import fi.tiedote.release.Excerpt;
import fi.tiedote.release.Excerpts;
import fi.tiedote.release.Release;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Releases one below the other, with the words marked that were searched for. */
@Component
class Listing {
    private final Wording wording;
    private final Dates dates;
    private final Excerpts excerpts;

    Listing(Wording wording, Dates dates, Excerpts excerpts) {
        this.wording = wording;
        this.dates = dates;
        this.excerpts = excerpts;
    }

    record Item(
            String path,
            String lang,
            List<Excerpt.Part> title,
            List<Excerpt.Part> lead,
            String date,
            String machine,
            List<String> topics) {}

    /** @param words empty where nothing was searched for */
    List<Item> of(List<Release> releases, String words, Language language) {
        var found = words.isEmpty() ? Map.<Long, Excerpt>of() : excerpts.of(releases, words);
        return releases.stream()
                .map(release -> item(release, found.getOrDefault(release.id(), plain(release)), language))
                .toList();
    }

    private static Excerpt plain(Release release) {
        return new Excerpt(
                List.of(new Excerpt.Part(release.title(), false)), List.of(new Excerpt.Part(release.lead(), false)));
    }

    private Item item(Release release, Excerpt excerpt, Language language) {
        return new Item(
                "/releases/" + release.id(),
                release.language().code(),
                excerpt.title(),
                excerpt.text(),
                dates.text(release.publishedAt(), language),
                dates.machine(release.publishedAt()),
                release.topics().stream()
                        .map(slug -> wording.topic(slug, language))
                        .toList());
    }
}
