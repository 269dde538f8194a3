package fi.tiedote.gather;

import java.nio.file.Path;
import java.time.Instant;

/** A file as a look into its folder finds it. */
record Sighting(Path file, long bytes, Instant modified) {
    /** Normalised neither in case nor in Unicode: two files of a folder are two. */
    String name() {
        return file.getFileName().toString();
    }

    /** The name without what could break a line of the log. */
    String shown() {
        return name().replaceAll("\\p{Cntrl}", "?");
    }
}
