package fi.tiedote.gather;

import fi.tiedote.reading.Identity;
import fi.tiedote.reading.Origin;
import fi.tiedote.reading.Parser;
import fi.tiedote.reading.Reading;
import fi.tiedote.reading.Unreadable;
import fi.tiedote.release.KeptFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/**
 * What a look into a file found.
 *
 * @param fingerprint of its bytes; null where it could not be opened, which a later look may change
 */
record FileReading(@Nullable String fingerprint, Reading reading) {

    /** Empty when it is gone. */
    static Optional<FileReading> of(Sighting sighting, DataSize largest, Origin origin, Consumer<KeptFile> files) {
        if (sighting.bytes() > largest.toBytes()) {
            return Optional.of(new FileReading("too large", tooLarge(largest)));
        }
        try (var stream = Files.newInputStream(sighting.file())) {
            var most = Math.toIntExact(largest.toBytes());
            var bytes = stream.readNBytes(most + 1);
            return Optional.of(new FileReading(
                    Identity.hash(bytes), bytes.length > most ? tooLarge(largest) : Parser.read(bytes, origin, files)));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        } catch (RuntimeException unforeseen) {
            return Optional.of(new FileReading("unforeseen", new Unreadable("it cannot be read: " + unforeseen)));
        } catch (IOException closed) {
            return Optional.of(new FileReading(null, new Unreadable("it cannot be opened: " + closed)));
        }
    }

    private static Reading tooLarge(DataSize largest) {
        return new Unreadable("it is larger than %d KB (tiedote.gather.largest-file)".formatted(largest.toKilobytes()));
    }
}
