package fi.tiedote.subscription;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/** A secret of 128 bits that only the reader of a mailbox can know; it is stored as a hash. */
record Token(String text) {
    private static final int BYTES = 16;

    static Token fresh() {
        var secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        return new Token(HexFormat.of().formatHex(secret));
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }
}
