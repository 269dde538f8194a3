package fi.tiedote.delivery;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key by which letters are signed (RFC 6376, RFC 8463). Several make several signatures, one for each domain and kind of
 * key.
 *
 * @param domain of the sender's address, or above it
 * @param selector names the key among those of the domain
 * @param key a file in PEM, PKCS #8 or PKCS #1: RSA of 2048 bits or more, or Ed25519
 * @param from the day on which it begins to sign, in place of the one of its domain and kind that did; absent: always
 */
public record Dkim(
        String domain, String selector, Path key, @Nullable LocalDate from) {
    private static final Set<PosixFilePermission> TOO_OPEN =
            Set.of(PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE, PosixFilePermission.GROUP_WRITE);

    public Dkim {
        if (domain == null || selector == null || key == null) {
            throw new IllegalArgumentException("a DKIM key needs domain, selector and key");
        }
        domain = domain.strip().toLowerCase(Locale.ROOT);
        if (!domain.matches("[a-z0-9-]+(\\.[a-z0-9-]+)+") || domain.length() > 253) {
            throw new IllegalArgumentException("domain " + domain + ": one such as example.fi, in its ASCII form");
        }
        if (!selector.matches("[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*")
                || selector.length() > 63) {
            throw new IllegalArgumentException("selector " + selector + ": letters, digits, dots and hyphens");
        }
        read(key);
    }

    SigningKey read() {
        return read(key);
    }

    /** Whether its signatures are by the sender, as DMARC sees it. */
    boolean isAlignedWith(String sender) {
        return sender.equals(domain) || sender.endsWith("." + domain);
    }

    /** @throws IllegalArgumentException saying what is wrong with the file */
    private static SigningKey read(Path key) {
        try {
            if (isTooOpen(key)) {
                throw new IllegalArgumentException("it can be read or changed by others: chmod 600 it");
            }
            return SigningKey.of(Files.readString(key));
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("DKIM key " + key + ": " + wrong.getMessage(), wrong);
        } catch (IOException e) {
            throw new IllegalArgumentException("DKIM key " + key + ": " + trouble(e), e);
        }
    }

    private static boolean isTooOpen(Path key) throws IOException {
        return Files.getFileStore(key).supportsFileAttributeView("posix")
                && !Collections.disjoint(Files.getPosixFilePermissions(key), TOO_OPEN);
    }

    private static String trouble(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (e instanceof MalformedInputException) {
            return "it is not PEM, which is text: openssl pkey -inform DER -in FILE -out NEW makes that";
        }
        return e instanceof AccessDeniedException ? "this user must not read it" : "it cannot be read: " + e;
    }
}
