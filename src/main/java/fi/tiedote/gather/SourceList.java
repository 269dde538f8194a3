package fi.tiedote.gather;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** The sources of {@code config/sources.yml}. */
@Validated
@ConfigurationProperties("tiedote")
public final class SourceList {
    private final Map<String, SourceSettings> byKey = new LinkedHashMap<>();

    public SourceList(@Nullable List<SourceSettings> sources) {
        for (var source : sources == null ? List.<SourceSettings>of() : sources) {
            if (byKey.put(source.key(), source) != null) {
                throw new IllegalArgumentException("tiedote.sources: key \"" + source.key() + "\" is given twice");
            }
        }
    }

    /** In the order of the settings. */
    public List<SourceSettings> sources() {
        return List.copyOf(byKey.values());
    }

    List<String> keys() {
        return List.copyOf(byKey.keySet());
    }

    Optional<SourceSettings> find(String key) {
        return Optional.ofNullable(byKey.get(key));
    }
}
