package fi.tiedote.reading;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** What a file says of itself in YAML between two lines of hyphens before its text. Names count in any case. */
record FrontMatter(Map<String, Object> fields) {
    static final FrontMatter NONE = new FrontMatter(Map.of());

    /** Of a whole file; its first group is the YAML. */
    static final Pattern BLOCK = Pattern.compile(
            "\\A\\uFEFF?---[ \\t]*\\R(.*?)(?<=\\n|\\r)(?:---|\\.\\.\\.)[ \\t]*(?:\\R|\\z)", Pattern.DOTALL);

    private static final int LARGEST = 100_000;

    /** @throws org.yaml.snakeyaml.error.YAMLException where it is no YAML */
    static FrontMatter of(String yaml) {
        var fields = new LinkedHashMap<String, Object>();
        if (reader().load(yaml) instanceof Map<?, ?> map) {
            map.forEach((name, value) -> fields.put(
                    String.valueOf(name).strip().toLowerCase(Locale.ROOT), Objects.requireNonNullElse(value, "")));
        }
        return new FrontMatter(fields);
    }

    /** The first that says something; empty without one. */
    String text(String... names) {
        return values(names)
                .flatMap(FrontMatter::scalar)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    Optional<Instant> moment(@Nullable ZoneId zone, String... names) {
        return values(names)
                .flatMap(FrontMatter::scalar)
                .flatMap(text -> Dates.moment(text, zone).stream())
                .findFirst();
    }

    /** A list, or words between commas. */
    Set<String> words(String... names) {
        var words = new LinkedHashSet<String>();
        values(names)
                .flatMap(value -> value instanceof Collection<?> many
                        ? many.stream().flatMap(FrontMatter::scalar)
                        : scalar(value).flatMap(text -> Stream.of(text.split(",", -1))))
                .map(Plain::line)
                .forEach(words::add);
        words.remove("");
        return words;
    }

    /** What is built of others may, by an alias, be a part of itself. */
    private static Stream<String> scalar(@Nullable Object value) {
        return value instanceof String text ? Stream.of(text.strip()) : Stream.empty();
    }

    private Stream<Object> values(String... names) {
        return Stream.of(names).flatMap(name -> Stream.ofNullable(fields.get(name.toLowerCase(Locale.ROOT))));
    }

    /** Everything is text: a date must not become one of another zone, nor "no" a falsehood. */
    private static Yaml reader() {
        var limits = new LoaderOptions();
        limits.setCodePointLimit(LARGEST);
        limits.setAllowDuplicateKeys(true);
        var form = new DumperOptions();
        return new Yaml(new SafeConstructor(limits), new Representer(form), form, limits, new Resolver() {
            @Override
            protected void addImplicitResolvers() {
                // None.
            }
        });
    }
}
