package fi.tiedote.newsletter;

import fi.tiedote.city.Language;
import fi.tiedote.release.Release;
import fi.tiedote.release.Selection;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which language version of a release somebody would rather read, by what they chose. */
record Preference(Language own, Collection<Selection> selections) {

    /** The language that the letter itself speaks. */
    Language ofLetter() {
        return selections.stream()
                .flatMap(selection -> selection.languages().stream().limit(1))
                .findFirst()
                .orElse(own);
    }

    Optional<Release> best(Collection<Release> versions) {
        return versions.stream()
                .min(Comparator.<Release>comparingInt(this::rank).thenComparing(Release::id));
    }

    private int rank(Release version) {
        return selections.stream()
                .mapToInt(selection -> rank(version.language(), selection.languages()))
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    private int rank(Language language, List<Language> wanted) {
        var order = wanted.isEmpty() ? List.of(own) : wanted;
        var index = order.indexOf(language);
        return index >= 0 ? index : order.size();
    }
}
