package fi.tiedote.delivery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a signature covers of a plate, in canonical form and with its slots: prepared once, filled for each letter. */
class Canon {
    private static final List<String> SIGNED = List.of(
            "from",
            "subject",
            "date",
            "to",
            "message-id",
            "mime-version",
            "content-type",
            "content-language",
            "auto-submitted",
            "list-id",
            "list-unsubscribe",
            "list-unsubscribe-post",
            "list-help",
            "list-archive",
            "precedence",
            "feedback-id");
    /** Named once more than they are there, so that nobody can add another. */
    private static final List<String> ONCE = List.of("from", "subject");

    private final Segments headers;
    private final Segments body;
    private final Segments original;
    private final String names;

    private Canon(List<String> headers, byte[] body) {
        this.original = new Segments(body);
        var text = headers.stream().map(header -> header + "\r\n").collect(Collectors.joining());
        this.headers = new Segments(text.getBytes(StandardCharsets.UTF_8));
        this.body = new Segments(Relaxed.body(body));
        this.names =
                Stream.concat(headers.stream().map(Canon::name), ONCE.stream()).collect(Collectors.joining(":"));
    }

    /** @param message as a plate has it */
    static Canon of(byte[] message) {
        var text = new String(message, StandardCharsets.ISO_8859_1);
        var end = text.indexOf("\r\n\r\n") + 2;
        var headers = Stream.of(text.substring(0, end).split("\r\n(?![ \t])"))
                .map(Relaxed::header)
                .filter(header -> SIGNED.contains(name(header)))
                .toList();
        return new Canon(headers, text.substring(end + 2).getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The tag h=. */
    String names() {
        return names;
    }

    void headersTo(OutputStream out, Map<Slot, byte[]> values) throws IOException {
        headers.writeTo(out, values, false);
    }

    void bodyTo(OutputStream out, Map<Slot, byte[]> values) throws IOException {
        if (original.isBentBy(values)) {
            var whole = new ByteArrayOutputStream();
            original.writeTo(whole, values, false);
            out.write(Relaxed.body(whole.toByteArray()));
        } else {
            body.writeTo(out, values, false);
        }
    }

    private static String name(String header) {
        return header.substring(0, header.indexOf(':')).toLowerCase(Locale.ROOT);
    }
}
