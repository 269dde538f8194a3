package fi.tiedote.feed;

import fi.tiedote.city.Language;
import fi.tiedote.release.LanguageVersion;
import fi.tiedote.release.Release;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What one page of a feed carries, before it is written in any format.
 *
 * @param releases newest first
 * @param versions by content id, the published language versions of each
 * @param withdrawn last withdrawn first; on a first page only
 * @param next the page of older releases, where there are any
 */
record FeedPage(
        Subject subject,
        Heading heading,
        List<Release> releases,
        Map<UUID, List<LanguageVersion>> versions,
        List<Release> withdrawn,
        Optional<FeedQuery> next) {

    /**
     * How it presents itself.
     *
     * @param editor as RSS writes a person
     */
    record Heading(String title, String description, String editor) {}

    /** When its newest change was; empty where nothing was ever published. */
    Optional<Instant> updated() {
        return Stream.of(releases, withdrawn)
                .flatMap(List::stream)
                .map(FeedPage::updated)
                .max(Comparator.naturalOrder());
    }

    /** A release whose embargo ended changed last when it became public. */
    static Instant updated(Release release) {
        return release.updatedAt().isBefore(release.publishedAt()) ? release.publishedAt() : release.updatedAt();
    }

    /** The same release in other languages, each language once. */
    List<LanguageVersion> alternates(Release release) {
        var seen = new HashSet<Language>(List.of(release.language()));
        return versions.getOrDefault(release.contentId(), List.of()).stream()
                .filter(version -> seen.add(version.language()))
                .toList();
    }
}
