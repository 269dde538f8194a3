package fi.tiedote.gather;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The signature of pushed content (WebSub §7.1). SHA-1 is broken as a hash and not as a key for one; large hubs use it. */
class HubSignature {
    private static final Map<String, String> METHODS = Map.of(
            "sha1", "HmacSHA1",
            "sha256", "HmacSHA256",
            "sha384", "HmacSHA384",
            "sha512", "HmacSHA512");

    private HubSignature() {}

    /** @param header {@code METHOD=HEX}; null where there was none, which proves nothing */
    static boolean proves(@Nullable String header, String secret, byte[] content) {
        var parts = header == null ? new String[0] : header.strip().split("=", 2);
        var method = parts.length == 2 ? METHODS.get(parts[0].toLowerCase(Locale.ROOT)) : null;
        return method != null && MessageDigest.isEqual(hash(method, secret, content), bytes(parts[1]));
    }

    private static byte[] hash(String method, String secret, byte[] content) {
        try {
            var mac = Mac.getInstance(method);
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), method));
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every JDK has " + method, e);
        }
    }

    private static byte[] bytes(String hex) {
        try {
            return HexFormat.of().parseHex(hex.strip().toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException noHex) {
            return new byte[0];
        }
    }
}
