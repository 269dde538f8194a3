package fi.tiedote.gather;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Makes text of bytes: by byte order mark, then HTTP's charset, then the XML prolog, then as UTF-8 where it is valid, and
 * as windows-1252 where it is not. A charset that the bytes contradict is passed over.
 */
class Decoding {
    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final Pattern PARAMETER = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([\\w.:-]+)");
    private static final Pattern PROLOG = Pattern.compile("^\\s*<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([\\w.:-]+)");
    private static final int GLANCE = 8192;

    private Decoding() {}

    static String text(byte[] bytes, String contentType) {
        var marked = mark(bytes);
        if (marked.isPresent()) {
            var text = new String(bytes, marked.get());
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        }
        return charset(PARAMETER, contentType)
                .or(() -> charset(PROLOG, beginning(bytes)))
                .flatMap(charset -> strict(bytes, charset))
                .or(() -> strict(bytes, StandardCharsets.UTF_8))
                .orElseGet(() -> new String(bytes, WESTERN));
    }

    /** Whether it has what no text has: NUL where it is not UTF-16, or many other control characters. */
    static boolean isBinary(byte[] bytes) {
        if (mark(bytes).isPresent()) {
            return false;
        }
        var controls = 0;
        for (var at = 0; at < Math.min(bytes.length, GLANCE); at++) {
            if (bytes[at] == 0) {
                return true;
            }
            controls += bytes[at] > 0 && bytes[at] < ' ' && !Character.isWhitespace(bytes[at]) ? 1 : 0;
        }
        return controls > Math.min(bytes.length, GLANCE) / 50 + 2;
    }

    private static Optional<Charset> mark(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return startsWith(bytes, 0xFE, 0xFF) ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        for (var at = 0; at < mark.length; at++) {
            if (at >= bytes.length || (bytes[at] & 0xFF) != mark[at]) {
                return false;
            }
        }
        return true;
    }

    private static String beginning(byte[] bytes) {
        return new String(bytes, 0, Math.min(bytes.length, 300), StandardCharsets.ISO_8859_1);
    }

    /** ISO-8859-1 is read as windows-1252, as browsers do: what it adds are quotation marks and dashes. */
    private static Optional<Charset> charset(Pattern pattern, String text) {
        var match = pattern.matcher(text);
        try {
            return match.find()
                    ? Optional.of(Charset.forName(match.group(1)))
                            .map(named -> named.equals(StandardCharsets.ISO_8859_1) ? WESTERN : named)
                    : Optional.empty();
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Optional.empty();
        }
    }

    private static Optional<String> strict(byte[] bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException contradicted) {
            return charset.equals(WESTERN) ? Optional.of(new String(bytes, WESTERN)) : Optional.empty();
        }
    }
}
