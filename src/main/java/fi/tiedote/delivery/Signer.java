package fi.tiedote.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Locale;

/** Signs with one key of the settings. */
class Signer {
    private static final int DNS_STRING = 255;
    private static final int LINE = 72;

    private final Dkim name;
    private final SigningKey key;
    private final Quill quill;
    private final Instant from;

    Signer(Dkim name, ZoneId zone, Penmanship penmanship) {
        this.name = name;
        this.key = name.read();
        this.quill = penmanship.quill(key);
        this.from = name.from() == null
                ? Instant.MIN
                : name.from().atStartOfDay(zone).toInstant();
    }

    /** A header, with its line's end. */
    String header(Canon canon, byte[] headers, String bodyHash, Instant now) {
        var unsigned = "DKIM-Signature: v=1; a=" + key.kind().algorithm() + "; c=relaxed/relaxed; d=" + name.domain()
                + ";\r\n s=" + name.selector() + "; t=" + now.getEpochSecond()
                + ";\r\n h=" + canon.names()
                + ";\r\n bh=" + bodyHash
                + ";\r\n b=";
        var line = Relaxed.header(unsigned).getBytes(StandardCharsets.US_ASCII);
        var text = new byte[headers.length + line.length];
        System.arraycopy(headers, 0, text, 0, headers.length);
        System.arraycopy(line, 0, text, headers.length, line.length);
        return unsigned + folded(Base64.getEncoder().encodeToString(quill.sign(text))) + "\r\n";
    }

    /** Whether it takes over from another key that still signs. */
    boolean replaces(Signer other) {
        return from.isAfter(other.from)
                && key.kind() == other.key.kind()
                && name.domain().equals(other.name.domain());
    }

    boolean hasBegun(Instant now) {
        return !from.isAfter(now);
    }

    /** A line, as zone files have it: strings of at most 255 bytes, which verifiers join (RFC 6376 §3.6.2.2). */
    String zoneLine() {
        var text = "v=DKIM1; k=" + key.kind().name().toLowerCase(Locale.ROOT) + "; p=" + key.published();
        var strings = text.replaceAll("(.{" + DNS_STRING + "})(?=.)", "$1\" \"");
        return name.selector() + "._domainkey." + name.domain() + ". IN TXT ( \"" + strings + "\" )";
    }

    private static String folded(String signature) {
        return signature.replaceAll("(.{" + LINE + "})(?=.)", "$1\r\n ");
    }
}
