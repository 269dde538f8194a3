package fi.tiedote.delivery;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** A journal on a disk without room: Linux has a device that is one. */
record FullDisk(Journal journal) implements AutoCloseable {
    static FullDisk in(Path directory) throws IOException {
        var link = Files.createSymbolicLink(directory.resolve(UUID.randomUUID() + "-1.journal"), Path.of("/dev/full"));
        return new FullDisk(requireNonNull(Journal.at(link)));
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
