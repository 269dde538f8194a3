package fi.tiedote.delivery;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * One courier's notes since the last commit: which letter went on the wire, and what the relay said to it. A line is
 * written (not synced) at once, so it outlives the death of the process, and the next start of this installation settles it.
 * Each line stands between two line ends and has a checksum: what a full disk cut off spoils no other. The file is locked
 * while its courier lives.
 */
class Journal implements AutoCloseable {
    private static final Pattern LINE = Pattern.compile("(([a-z]+) (\\d{1,18}) (\\d{1,9})) ([0-9a-f]{1,8})");
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

    /** Before the final dot: from now on the relay may have it. */
    void onTheWire(Letter letter) throws IOException {
        note(Fate.WIRE, letter);
    }

    void accepted(Letter letter) throws IOException {
        note(Fate.ACCEPTED, letter);
    }

    /** The relay did not take what was on the wire. */
    void declined(Letter letter) throws IOException {
        note(Fate.DECLINED, letter);
    }

    private void note(Fate fate, Letter letter) throws IOException {
        var text = fate.word + " " + letter.id() + " " + letter.attempt();
        var line = ByteBuffer.wrap(("\n" + text + " " + checksum(text) + "\n").getBytes(StandardCharsets.US_ASCII));
        while (line.hasRemaining()) {
            channel.write(line);
        }
    }

    /** All of it is committed. */
    void clear() throws IOException {
        channel.truncate(0);
    }

    /** The last note of each letter; lines that were cut off or spoilt are none. */
    List<Entry> entries() throws IOException {
        var last = new LinkedHashMap<Long, Entry>();
        text().lines()
                .map(LINE::matcher)
                .filter(line -> line.matches() && line.group(5).equals(checksum(line.group(1))))
                .flatMap(line -> Entry.of(line.group(2), line.group(3), line.group(4)).stream())
                .forEach(entry -> last.put(entry.id(), entry));
        return List.copyOf(last.values());
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

    private static String checksum(String text) {
        var sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.US_ASCII));
        return Long.toHexString(sum.getValue());
    }

    /** What a note says of a letter. */
    enum Fate {
        WIRE("wire"),
        ACCEPTED("accepted"),
        DECLINED("declined");

        private final String word;

        Fate(String word) {
            this.word = word;
        }
    }

    record Entry(long id, int attempt, Fate fate) {
        static Optional<Entry> of(String word, String id, String attempt) {
            return Stream.of(Fate.values())
                    .filter(fate -> fate.word.equals(word))
                    .findFirst()
                    .map(fate -> new Entry(Long.parseLong(id), Integer.parseInt(attempt), fate));
        }
    }
}
