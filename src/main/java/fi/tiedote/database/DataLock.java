package fi.tiedote.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a second instance away from a data directory; the system lets go of it when the process ends, however it ends. */
record DataLock(FileChannel channel) implements AutoCloseable {

    static DataLock on(Path directory) {
        try {
            Files.createDirectories(directory);
            var channel =
                    FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new DatabaseException("Another Tiedote is running on " + directory
                        + ". Stop it first, or give this one a directory of its own with --tiedote.data=DIR.");
            }
            return new DataLock(channel);
        } catch (IOException e) {
            throw new DatabaseException("The data directory " + directory + " cannot be written to: " + e, e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException takenByThisProcess) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException ignored) {
            // the lock ends with the process at the latest
        }
    }
}
