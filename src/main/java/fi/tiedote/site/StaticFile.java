package fi.tiedote.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

/** A file that comes with the jar. All files of a jar have the same date, so only a tag tells versions apart. */
record StaticFile(Resource resource) {
    StaticFile(String name) {
        this(new ClassPathResource("static/" + name));
    }

    String tag() {
        try (var bytes = resource.getInputStream()) {
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes.readAllBytes());
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (IOException e) {
            throw new UncheckedIOException("a file of our own jar", e);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }
}
