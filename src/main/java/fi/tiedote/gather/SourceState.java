package fi.tiedote.gather;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a source was like at the last look. */
public enum SourceState {
    /** It has not been looked at. */
    NEW,
    HEALTHY,
    /** It can be read, and has had nothing new for longer than it should. */
    SILENT,
    /** It can be read, and there is nothing in it. */
    EMPTY,
    /** What it answers is not what it should be. */
    MALFORMED,
    /** It could not be asked, or did not answer. */
    FAILING,
    /** It said that it is gone for good, and is asked only when somebody wants it. */
    STOPPED;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static SourceState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
