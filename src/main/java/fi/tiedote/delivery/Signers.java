package fi.tiedote.delivery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Signs letters with the keys of the settings (DKIM), and says what the DNS must have for them. Thread-safe. */
@Component
public class Signers {
    private static final int DNS_STRING = 255;

    private final List<Signer> signers;
    private final Clock clock;

    Signers(DeliverySettings settings, Clock clock) {
        this.signers = settings.signingKeys().stream()
                .map(each -> new Signer(each, each.read()))
                .toList();
        this.clock = clock;
    }

    /** One line for each key, as zone files have it. */
    public List<String> records() {
        return signers.stream().map(Signer::zoneLine).toList();
    }

    /** Headers that go before all others of a letter; empty where there are no keys. */
    byte[] sign(Plate plate, Map<Slot, byte[]> values) {
        if (signers.isEmpty()) {
            return new byte[0];
        }
        var signed = new ByteArrayOutputStream();
        try {
            plate.canon().headersTo(signed, values);
        } catch (IOException e) {
            throw new AssertionError("memory has no such troubles", e);
        }
        var bodyHash = bodyHash(plate, values);
        var headers = new StringBuilder();
        for (var signer : signers) {
            headers.append(signer.header(
                    plate.canon().names(), bodyHash, clock.instant().getEpochSecond(), signed.toByteArray()));
        }
        return headers.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static String bodyHash(Plate plate, Map<Slot, byte[]> values) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            plate.canon().bodyTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest), values);
            return Base64.getEncoder().encodeToString(digest.digest());
        } catch (NoSuchAlgorithmException | IOException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }

    private record Signer(Dkim name, SigningKey key) {
        String header(String names, String bodyHash, long time, byte[] signed) {
            var tags = List.of(
                    " v=1; a=" + key.kind().algorithm() + "; c=relaxed/relaxed",
                    " d=" + name.domain() + "; s=" + name.selector() + "; t=" + time,
                    " h=" + names,
                    " bh=" + bodyHash,
                    " b=");
            var line = ("dkim-signature:" + String.join(";", tags).strip()).getBytes(StandardCharsets.US_ASCII);
            var text = new byte[signed.length + line.length];
            System.arraycopy(signed, 0, text, 0, signed.length);
            System.arraycopy(line, 0, text, signed.length, line.length);
            return "DKIM-Signature:" + String.join(";\r\n", tags)
                    + Base64.getEncoder().encodeToString(key.sign(text)) + "\r\n";
        }

        String zoneLine() {
            var text = "v=DKIM1; k=" + key.kind().name().toLowerCase(Locale.ROOT) + "; p=" + key.published();
            var strings = text.replaceAll("(.{" + DNS_STRING + "})(?=.)", "$1\" \"");
            return name.selector() + "._domainkey." + name.domain() + ". IN TXT ( \"" + strings + "\" )";
        }
    }
}
