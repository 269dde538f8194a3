package fi.tiedote.release;

import fi.tiedote.city.Names;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One topic or area that people choose from, and the rules by which a release gets it.
 *
 * @param slug how addresses and settings call it: 2–40 of a–z, 0–9 and hyphen
 * @param words of a release's title or text, or their beginnings, in any of the city's languages
 * @param categories categories of a source that mean it, whatever their letter case
 * @param sources keys of sources whose every release has it
 */
public record Term(String slug, Names names, List<String> words, List<String> categories, List<String> sources) {
    public Term(
            String slug,
            Names names,
            @Nullable List<String> words,
            @Nullable List<String> categories,
            @Nullable List<String> sources) {
        if (slug == null || !slug.matches("[a-z0-9-]{2,40}")) {
            throw new IllegalArgumentException("slug \"" + slug + "\": it must be 2–40 of a–z, 0–9 and hyphen");
        }
        if (names == null) {
            throw new IllegalArgumentException("\"" + slug + "\" needs names in fi, sv and en");
        }
        this.slug = slug;
        this.names = names;
        this.words = words == null ? List.of() : List.copyOf(words);
        this.categories = categories == null ? List.of() : List.copyOf(categories);
        this.sources = sources == null ? List.of() : List.copyOf(sources);
    }
}
