package fi.tiedote.release;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** The topics and areas of {@code config/topics.yml} and {@code config/areas.yml}, in the order in which pages show them. */
@Validated
@ConfigurationProperties("tiedote")
public record Vocabulary(List<Term> topics, List<Term> areas) {
    public Vocabulary(@Nullable List<Term> topics, @Nullable List<Term> areas) {
        this.topics = eachOnce("topics", topics);
        this.areas = eachOnce("areas", areas);
    }

    public Optional<Term> topic(String slug) {
        return find(topics, slug);
    }

    public Optional<Term> area(String slug) {
        return find(areas, slug);
    }

    private static Optional<Term> find(List<Term> terms, String slug) {
        return terms.stream().filter(term -> term.slug().equals(slug)).findFirst();
    }

    private static List<Term> eachOnce(String name, @Nullable List<Term> terms) {
        var slugs = new HashSet<String>();
        var given = terms == null ? List.<Term>of() : List.copyOf(terms);
        for (var term : given) {
            if (!slugs.add(term.slug())) {
                throw new IllegalArgumentException("tiedote." + name + ": slug \"" + term.slug() + "\" is given twice");
            }
        }
        return given;
    }
}
