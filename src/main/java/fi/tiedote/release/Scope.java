package fi.tiedote.release;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A selection of the releases of some sources.
 *
 * @param sources keys; none restricts nothing
 */
public record Scope(Selection selection, SortedSet<String> sources) {
    public Scope {
        sources = Collections.unmodifiableSortedSet(new TreeSet<>(sources));
    }

    public Scope(Selection selection, Collection<String> sources) {
        this(selection, new TreeSet<>(sources));
    }

    /** But for its words, as {@link Selection#isAbout}. */
    public boolean isAbout(Release release) {
        return (sources.isEmpty() || sources.contains(release.source())) && selection.isAbout(release);
    }

    public static Scope of(Selection selection) {
        return new Scope(selection, new TreeSet<>());
    }
}
