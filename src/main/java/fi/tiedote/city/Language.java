package fi.tiedote.city;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A language in which the city publishes. */
public enum Language {
    FI,
    SV,
    EN;

    /** ISO 639-1 code in lower case; also its BCP 47 tag. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Locale locale() {
        return Locale.forLanguageTag(code());
    }

    /** The language whose code, or whose tag's first part ({@code sv-FI}, {@code sv_FI}), is given; letter case does not matter. */
    public static Optional<Language> of(String tag) {
        var primary = tag.strip().split("[-_]", 2)[0];
        return Stream.of(values())
                .filter(language -> language.code().equalsIgnoreCase(primary))
                .findFirst();
    }
}
