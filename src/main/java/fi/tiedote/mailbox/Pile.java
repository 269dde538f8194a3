package fi.tiedote.mailbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The letters as files, {@code <id>.eml}; ids sort by time. Several processes may use one directory. When there are too
 * many, the oldest go. Thread-safe.
 */
class Pile {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final Pattern ID = Pattern.compile("(\\d{8}T\\d{6}\\.\\d{3}Z)-\\d{6}-[0-9a-f]{4}");
    private static final String ENDING = ".eml";
    private static final int BETWEEN_CLEARANCES = 500;

    private final Path directory;
    private final int kept;
    private final Clock clock;
    private final AtomicInteger count = new AtomicInteger();
    private final String process = "%04x".formatted(new SecureRandom().nextInt(0x10000));

    Pile(Path directory, int kept, Clock clock) {
        this.directory = directory;
        this.kept = kept;
        this.clock = clock;
    }

    /** @return its id; from now on the whole of it is there, also after a restart */
    String put(byte[] message) throws IOException {
        var number = count.getAndIncrement();
        if (number % BETWEEN_CLEARANCES == 0) {
            Files.createDirectories(directory);
            clear();
        }
        var id = "%s-%06d-%s".formatted(TIME.format(clock.instant()), number % 1_000_000, process);
        var part = Files.write(directory.resolve(id + ".part"), message);
        Files.move(part, directory.resolve(id + ENDING), StandardCopyOption.ATOMIC_MOVE);
        return id;
    }

    /** Newest first. */
    List<String> ids() throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (var files = Files.list(directory)) {
            return newestFirst(files)
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .filter(id -> ID.matcher(id).matches())
                    .toList();
        }
    }

    /** Empty for an id that is none, and for a letter that is not there (any more). */
    Optional<Path> find(String id) {
        return ID.matcher(id).matches()
                ? Optional.of(directory.resolve(id + ENDING)).filter(Files::isRegularFile)
                : Optional.empty();
    }

    /** When a letter came. */
    static Instant received(String id) {
        return TIME.parse(id.substring(0, id.indexOf('-')), Instant::from);
    }

    private void clear() throws IOException {
        try (var files = Files.list(directory)) {
            newestFirst(files).skip(kept).map(directory::resolve).forEach(Pile::delete);
        }
    }

    private static Stream<String> newestFirst(Stream<Path> files) {
        return files.map(file -> file.getFileName().toString()).sorted(Comparator.reverseOrder());
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
