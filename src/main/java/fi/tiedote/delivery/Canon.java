package fi.tiedote.delivery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a signature covers of a plate, in canonical form and with its slots: prepared once, filled for each letter. */
class Canon {
    /**
     * Each that a letter has is signed, and all are named once more than they are there, so that nobody can add another
     * (RFC 6376 §8.15).
     */
    private static final List<String> SEALED = List.of(
            "from",
            "reply-to",
            "to",
            "cc",
            "subject",
            "date",
            "message-id",
            "mime-version",
            "content-type",
            "content-language",
            "auto-submitted",
            "list-id",
            "list-unsubscribe",
            "list-unsubscribe-post",
            "list-help",
            "list-archive");
    /** Signed where they are there; others may add their own. */
    private static final List<String> SIGNED = List.of("precedence", "feedback-id");

    private static final int LINE = 70;

    private final Segments headers;
    private final Segments body;
    private final Segments original;
    private final MessageDigest opening;
    private final String names;

    private Canon(List<String> headers, byte[] body) {
        this.original = new Segments(body);
        var text = headers.stream().map(header -> header + "\r\n").collect(Collectors.joining());
        this.headers = new Segments(text.getBytes(StandardCharsets.UTF_8));
        this.body = new Segments(Relaxed.body(body));
        this.opening = sha256();
        this.body.openingTo(opening);
        this.names = folded(Stream.concat(headers.stream().map(Canon::name), SEALED.stream())
                .toList());
    }

    /** @param message as a plate has it */
    static Canon of(byte[] message) {
        var text = new String(message, StandardCharsets.ISO_8859_1);
        var end = text.indexOf("\r\n\r\n") + 2;
        var headers = Stream.of(text.substring(0, end).split("\r\n(?![ \t])"))
                .map(Relaxed::header)
                .filter(header -> SEALED.contains(name(header)) || SIGNED.contains(name(header)))
                .toList();
        return new Canon(headers, text.substring(end + 2).getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The tag h=, folded. */
    String names() {
        return names;
    }

    void headersTo(OutputStream out, Map<Slot, byte[]> values) throws IOException {
        headers.writeTo(out, values, false);
    }

    /** The tag bh=. What lies before the first slot was hashed once for all letters. */
    String bodyHash(Map<Slot, byte[]> values) {
        try {
            var hash = original.isBentBy(values) ? bentHash(values) : continued(values);
            return Base64.getEncoder().encodeToString(hash);
        } catch (IOException | CloneNotSupportedException e) {
            throw new AssertionError("memory has no such troubles", e);
        }
    }

    private byte[] continued(Map<Slot, byte[]> values) throws IOException, CloneNotSupportedException {
        var hash = (MessageDigest) opening.clone();
        body.restTo(new DigestOutputStream(OutputStream.nullOutputStream(), hash), values);
        return hash.digest();
    }

    private byte[] bentHash(Map<Slot, byte[]> values) throws IOException {
        var whole = new ByteArrayOutputStream();
        original.writeTo(whole, values, false);
        return sha256().digest(Relaxed.body(whole.toByteArray()));
    }

    private static String folded(List<String> names) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var name : names) {
            if (line.length() + name.length() > LINE) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(name).append(':');
        }
        lines.add(line.substring(0, line.length() - 1));
        return String.join("\r\n  ", lines);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }

    private static String name(String header) {
        return header.substring(0, header.indexOf(':')).toLowerCase(Locale.ROOT);
    }
}
