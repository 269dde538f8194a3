package fi.tiedote.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Locale;

/**
 * A key by which letters are signed (RFC 6376, RFC 8463). Several make several signatures, as for a change of keys.
 *
 * @param domain of the sender's address, or above it
 * @param selector names the key among those of the domain
 * @param key a file in PEM, PKCS #8: RSA of 2048 bits or more, or Ed25519
 */
public record Dkim(String domain, String selector, Path key) {
    public Dkim {
        if (domain == null || selector == null || key == null) {
            throw new IllegalArgumentException("a DKIM key needs domain, selector and key");
        }
        domain = domain.strip().toLowerCase(Locale.ROOT);
        if (!selector.matches("[A-Za-z0-9][A-Za-z0-9.-]{0,62}")) {
            throw new IllegalArgumentException("selector " + selector + ": letters, digits, dots and hyphens");
        }
        read(key);
    }

    SigningKey read() {
        return read(key);
    }

    /** @throws IllegalArgumentException saying what is wrong with the file */
    private static SigningKey read(Path key) {
        try {
            if (isOpenToOthers(key)) {
                throw new IllegalArgumentException(key + " can be read by others: chmod 600 it");
            }
            return SigningKey.of(Files.readString(key));
        } catch (IOException e) {
            throw new IllegalArgumentException(key + " cannot be read: " + e);
        }
    }

    private static boolean isOpenToOthers(Path key) throws IOException {
        return Files.getFileStore(key).supportsFileAttributeView("posix")
                && Files.getPosixFilePermissions(key).contains(PosixFilePermission.OTHERS_READ);
    }
}
