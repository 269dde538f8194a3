package fi.tiedote.gather;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * What nobody can guess about a subscription.
 *
 * @param token 192 bits
 * @param secret 256 bits, by which the hub signs
 */
record Secrets(String token, String secret) {
    private static final SecureRandom RANDOM = new SecureRandom();

    static Secrets fresh() {
        return new Secrets(hex(24), hex(32));
    }

    private static String hex(int bytes) {
        var random = new byte[bytes];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
