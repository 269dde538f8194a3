package fi.tiedote.gather;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** The sources of {@code config/sources.yml}. */
@Validated
@ConfigurationProperties("tiedote")
public record SourceList(List<SourceSettings> sources) {
    public SourceList(@Nullable List<SourceSettings> sources) {
        this.sources = sources == null ? List.of() : List.copyOf(sources);
        var keys = new HashSet<String>();
        for (var source : this.sources) {
            if (!keys.add(source.key())) {
                throw new IllegalArgumentException("tiedote.sources: key \"" + source.key() + "\" is given twice");
            }
        }
    }

    List<String> keys() {
        return sources.stream().map(SourceSettings::key).toList();
    }

    /** For those who ask often. */
    Map<String, SourceSettings> byKey() {
        return sources.stream().collect(Collectors.toUnmodifiableMap(SourceSettings::key, source -> source));
    }

    Optional<SourceSettings> find(String key) {
        return sources.stream().filter(source -> source.key().equals(key)).findFirst();
    }
}
