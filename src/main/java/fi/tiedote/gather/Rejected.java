package fi.tiedote.gather;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Where files go that are no releases, each with the reason beside it. */
record Rejected(Path folder) {
    static final String NAME = "rejected";

    /** @return whether it was moved; a folder that we may only read keeps it */
    boolean take(Sighting sighting, String reason) {
        var name = sighting.file().getFileName().toString();
        try {
            Files.createDirectories(folder);
            Files.writeString(
                    folder.resolve(name + ".reason.txt"),
                    "%s was not published: %s%nMend it and put it back.%n".formatted(name, reason));
            Files.move(sighting.file(), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            return true;
        } catch (IOException | SecurityException kept) {
            return false;
        }
    }
}
