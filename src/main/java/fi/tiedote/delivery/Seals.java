package fi.tiedote.delivery;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Makes tokens that only we can have made: the subject and an HMAC-SHA-256 over key id, purpose and subject, cut to 96
 * bits. A token is good for its purpose only. Thread-safe.
 */
@Component
public class Seals {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int MAC_BYTES = 12;
    private static final int LONGEST_TOKEN = 200;

    /** Read when the first token is made or opened: not everybody who has seals uses them. */
    private final Supplier<NavigableMap<Integer, Key>> keys;
    /** To look one up costs more than to use it, and a letter takes five. */
    private final ThreadLocal<Mac> macs = ThreadLocal.withInitial(Seals::hmac);

    public Seals(SealKeys keys) {
        this.keys = SingletonSupplier.of(() -> keyed(keys.all()));
    }

    /** @param subject a few ASCII characters; readable by whoever has the token */
    public String seal(Purpose purpose, String subject) {
        var text = subject.getBytes(StandardCharsets.US_ASCII);
        int newest = keys.get().lastKey();
        return Base32.encode(ByteBuffer.allocate(1 + text.length + MAC_BYTES)
                .put((byte) newest)
                .put(text)
                .put(mac(newest, purpose, text))
                .array());
    }

    /** The subject of a token, unless it is forged, garbled or made for another purpose. */
    public Optional<String> open(Purpose purpose, String token) {
        return token.length() > LONGEST_TOKEN
                ? Optional.empty()
                : Base32.decode(token).flatMap(bytes -> open(purpose, bytes));
    }

    private Optional<String> open(Purpose purpose, byte[] bytes) {
        if (bytes.length <= 1 + MAC_BYTES || !keys.get().containsKey((int) bytes[0])) {
            return Optional.empty();
        }
        var text = Arrays.copyOfRange(bytes, 1, bytes.length - MAC_BYTES);
        var given = Arrays.copyOfRange(bytes, bytes.length - MAC_BYTES, bytes.length);
        return MessageDigest.isEqual(given, mac(bytes[0], purpose, text))
                ? Optional.of(new String(text, StandardCharsets.US_ASCII))
                : Optional.empty();
    }

    private byte[] mac(int key, Purpose purpose, byte[] subject) {
        try {
            var mac = macs.get();
            mac.init(keys.get().get(key));
            mac.update((byte) key);
            mac.update(purpose.letter());
            return Arrays.copyOf(mac.doFinal(subject), MAC_BYTES);
        } catch (InvalidKeyException e) {
            throw new AssertionError("any bytes are a key", e);
        }
    }

    private static Mac hmac() {
        try {
            return Mac.getInstance(ALGORITHM);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has it", e);
        }
    }

    private static NavigableMap<Integer, Key> keyed(Map<Integer, byte[]> secrets) {
        var keyed = new TreeMap<Integer, Key>();
        secrets.forEach((id, secret) -> keyed.put(id, new SecretKeySpec(secret, ALGORITHM)));
        return keyed;
    }
}
