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

    public static Scope of(Selection selection) {
        return new Scope(selection, new TreeSet<>());
    }
}
