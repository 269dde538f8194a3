package fi.tiedote.gather;

import fi.tiedote.reading.FileName;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A directory of releases; hidden files, those of office programs at work, other endings and directories are passed over. */
record Folder(Path path) {
    private static final int BATCH = 500;

    /** @return why it cannot be looked into; empty when all batches were passed on */
    Optional<String> look(Consumer<List<Sighting>> batches) {
        try (var files = Files.newDirectoryStream(path, Folder::isMeant)) {
            var batch = new ArrayList<Sighting>();
            for (var file : files) {
                sighting(file).ifPresent(batch::add);
                if (batch.size() == BATCH) {
                    batches.accept(List.copyOf(batch));
                    batch.clear();
                }
            }
            batches.accept(List.copyOf(batch));
            return Optional.empty();
        } catch (NoSuchFileException | NotDirectoryException missing) {
            return Optional.of("there is no folder " + path + ": make it, or mend its path");
        } catch (IOException | DirectoryIteratorException closed) {
            return Optional.of("the folder " + path + " cannot be read: " + closed);
        }
    }

    /** As it is now; empty when it is no file, or no longer there. */
    static Optional<Sighting> sighting(Path file) {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.isRegularFile()
                    ? Optional.of(new Sighting(
                            file,
                            attributes.size(),
                            attributes.lastModifiedTime().toInstant()))
                    : Optional.empty();
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private static boolean isMeant(Path file) {
        var name = file.getFileName().toString();
        return FileName.isRelease(name) && !name.startsWith(".") && !name.startsWith("~$");
    }
}
