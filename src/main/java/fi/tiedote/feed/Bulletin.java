package fi.tiedote.feed;

import static java.util.stream.Collectors.groupingBy;

import fi.tiedote.release.LanguageVersion;
import fi.tiedote.release.Release;
import fi.tiedote.release.Releases;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What became of a few releases, and which feeds that concerns.
 *
 * @param found by release, which of the searches that were looked into find it
 */
record Bulletin(Releases releases, List<News> news, Map<Long, Set<String>> found) {
    /** As the releases are now. */
    static Bulletin of(Releases releases, Collection<Long> changed) {
        var known = releases.all(changed);
        var contents = known.stream().map(Release::contentId).distinct().toList();
        var versions = releases.versionsOf(contents).stream().collect(groupingBy(LanguageVersion::contentId));
        var news = known.stream()
                .map(release -> new News(release, versions.getOrDefault(release.contentId(), List.of())))
                .toList();
        return new Bulletin(releases, news, Map.of());
    }

    /** Also for subjects with words. The database is asked once a release, and only for what would concern it otherwise. */
    Bulletin searching(Collection<Subject> subjects) {
        var all = new HashMap<Long, Set<String>>();
        for (var one : news) {
            var searches = subjects.stream()
                    .filter(subject -> !subject.words().isEmpty() && subject.isAbout(one))
                    .map(Subject::words)
                    .distinct()
                    .toList();
            if (!searches.isEmpty()) {
                all.put(one.release().id(), releases.found(one.release().id(), searches));
            }
        }
        return new Bulletin(releases, news, all);
    }

    /** Whether an edition of a subject may be another one now. */
    boolean concerns(Subject subject, Edition edition) {
        return news.stream().anyMatch(one -> edition.shows(one) || (subject.isAbout(one) && isFound(one, subject)));
    }

    private boolean isFound(News one, Subject subject) {
        return subject.words().isEmpty()
                || found.getOrDefault(one.release().id(), Set.of()).contains(subject.words());
    }
}
