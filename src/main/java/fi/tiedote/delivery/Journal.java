package fi.tiedote.delivery;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One courier's note of what the relay took since the last commit: a line is written (not synced) at once, so it outlives
 * the death of the process, and the next start of this installation settles it. The file is locked while its courier lives.
 */
class Journal implements AutoCloseable {
    private static final Pattern LINE = Pattern.compile("(\\d{1,18}) (\\d{1,9})");
    private static final String ENDING = ".journal";

    private final Path file;
    private final FileChannel channel;
    private final FileLock lock;

    private Journal(Path file, FileChannel channel, FileLock lock) {
        this.file = file;
        this.channel = channel;
        this.lock = lock;
    }

    static Journal open(Path directory, UUID node, int number) throws IOException {
        Files.createDirectories(directory);
        var journal = at(directory.resolve(node + "-" + number + ENDING));
        if (journal == null) {
            throw new IOException("somebody else writes the journal of a node that has just been invented: " + node);
        }
        return journal;
    }

    /** Those that processes left behind which are no more. */
    static List<Journal> abandoned(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .map(Journal::at)
                    .flatMap(Stream::ofNullable)
                    .toList();
        }
    }

    UUID node() {
        return UUID.fromString(file.getFileName().toString().substring(0, 36));
    }

    void accepted(Letter letter) throws IOException {
        var line = letter.id() + " " + letter.attempt() + "\n";
        channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII)));
    }

    /** All of it is committed. */
    void clear() throws IOException {
        channel.truncate(0);
    }

    /** What was noted; a last line that was cut off by the death of the process is none. */
    List<Entry> entries() throws IOException {
        var text = text();
        return text.substring(0, text.lastIndexOf('\n') + 1)
                .lines()
                .map(LINE::matcher)
                .filter(line -> line.matches())
                .map(line -> new Entry(Long.parseLong(line.group(1)), Integer.parseInt(line.group(2))))
                .toList();
    }

    void delete() throws IOException {
        close();
        Files.deleteIfExists(file);
    }

    @Override
    public void close() throws IOException {
        lock.close();
        channel.close();
    }

    /** By our own channel: where a process closes any other one of the file, POSIX ends the lock. */
    private String text() throws IOException {
        var bytes = ByteBuffer.allocate((int) channel.size());
        while (bytes.hasRemaining() && channel.read(bytes, bytes.position()) >= 0) {
            // A read may give less than was asked for.
        }
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII);
    }

    static @Nullable Journal at(Path file) {
        try {
            var channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            var lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                return null;
            }
            return new Journal(file, channel, lock);
        } catch (IOException | java.nio.channels.OverlappingFileLockException alive) {
            return null;
        }
    }

    record Entry(long id, int attempt) {}
}
