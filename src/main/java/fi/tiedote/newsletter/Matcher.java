package fi.tiedote.newsletter;

import fi.tiedote.release.Release;
import fi.tiedote.release.Releases;
import fi.tiedote.release.Selection;
import fi.tiedote.subscription.Choice;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells which of a few releases lie in which of many selections. The database is asked for words only, once a release. */
class Matcher {
    private final Map<Long, Set<String>> found = new HashMap<>();

    private final List<Release> candidates;

    Matcher(Releases releases, List<Release> candidates, Collection<Choice> choices) {
        this.candidates = candidates;
        var searches = choices.stream()
                .map(choice -> choice.selection().words())
                .filter(words -> !words.isEmpty())
                .distinct()
                .toList();
        if (!searches.isEmpty()) {
            candidates.forEach(release -> found.put(release.id(), releases.found(release.id(), searches)));
        }
    }

    /** Those that want at least one of the releases, by id. */
    Map<Long, Selection> interested(Collection<Choice> choices) {
        return choices.stream()
                .filter(choice -> candidates.stream().anyMatch(release -> matches(release, choice.selection())))
                .collect(Collectors.toMap(Choice::id, Choice::selection));
    }

    boolean matches(Release release, Selection selection) {
        return selection.isAbout(release)
                && (selection.words().isEmpty()
                        || found.getOrDefault(release.id(), Set.of()).contains(selection.words()));
    }
}
