package fi.tiedote.subscription;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How often somebody wants mail. */
public enum Cadence {
    IMMEDIATE,
    DAILY,
    WEEKLY;

    /** How forms and settings write it; also the key of the newsletter that serves it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Cadence> of(String key) {
        return Stream.of(values()).filter(cadence -> cadence.key().equals(key)).findFirst();
    }
}
