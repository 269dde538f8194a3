package fi.tiedote.release;

import fi.tiedote.city.Language;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A normalised choice of releases: what a feed carries and what a subscriber asked for. Several values of one part are
 * <i>or</i>, different parts are <i>and</i>; an empty part restricts nothing.
 *
 * @param languages in order of preference, each once
 * @param topics slugs
 * @param areas slugs
 * @param words a web-search query ("a b" -c), lower case, single spaces, at most {@value #WORDS_LIMIT} characters
 */
public record Selection(List<Language> languages, SortedSet<String> topics, SortedSet<String> areas, String words) {
    public static final int WORDS_LIMIT = 200;
    public static final Selection EVERYTHING = new Selection(List.of(), List.of(), List.of(), "");

    public Selection {
        languages = languages.stream().distinct().toList();
        topics = Collections.unmodifiableSortedSet(new TreeSet<>(topics));
        areas = Collections.unmodifiableSortedSet(new TreeSet<>(areas));
        words = words.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        if (words.length() > WORDS_LIMIT) {
            throw new IllegalArgumentException("words: at most " + WORDS_LIMIT + " characters, not " + words.length());
        }
    }

    public Selection(
            Collection<Language> languages, Collection<String> topics, Collection<String> areas, String words) {
        this(List.copyOf(languages), new TreeSet<>(topics), new TreeSet<>(areas), words);
    }

    /** But for its words: which of those find a release, {@link Releases#found} tells. */
    public boolean isAbout(Release release) {
        return (languages.isEmpty() || languages.contains(release.language()))
                && overlaps(topics, release.topics())
                && overlaps(areas, release.areas());
    }

    private static boolean overlaps(Collection<String> wanted, Collection<String> given) {
        return wanted.isEmpty() || !Collections.disjoint(wanted, given);
    }
}
