package fi.tiedote.reading;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Makes text of bytes: by byte order mark, then HTTP's charset, then the XML prolog, then as UTF-8 where it is valid, and
 * as windows-1252 where it is not. A charset that the bytes contradict is passed over.
 */
public class Decoding {
    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final Pattern PARAMETER = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([\\w.:-]+)");
    private static final Pattern PROLOG = Pattern.compile("<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([\\w.: -]+)");
    /** Whoever names these has often not looked. */
    private static final Set<Charset> PROMISES = Set.of(StandardCharsets.UTF_8, StandardCharsets.US_ASCII);

    private static final String EBCDIC_START = "<?xm";
    private static final int GLANCE = 8192;

    private Decoding() {}

    public static String text(byte[] bytes, String contentType) {
        var marked = ByteOrder.of(bytes);
        if (marked.isPresent()) {
            var text = new String(bytes, declared(bytes, marked.get()));
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        }
        return charset(PARAMETER, contentType)
                .flatMap(charset -> strict(bytes, charset))
                .or(() -> charset(PROLOG, beginning(bytes)).flatMap(charset -> strict(bytes, charset)))
                .or(() -> strict(bytes, StandardCharsets.UTF_8))
                .orElseGet(() -> Mixture.text(bytes, WESTERN));
    }

    /** XML 1.0 appendix F: the first bytes tell the family of EBCDIC, its prolog the member. */
    private static Charset declared(byte[] bytes, Charset marked) {
        return marked.name().startsWith("IBM")
                ? charset(PROLOG, new String(bytes, 0, Math.min(bytes.length, 300), marked))
                        .filter(charset -> new String(bytes, 0, 4, charset).equals(EBCDIC_START))
                        .orElse(marked)
                : marked;
    }

    /** Whether it has what no text has: NUL where it is not UTF-16, or many other control characters. */
    public static boolean isBinary(byte[] bytes) {
        if (ByteOrder.of(bytes).isPresent() || isMarkup(bytes)) {
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

    private static boolean isMarkup(byte[] bytes) {
        var start = beginning(bytes).stripLeading();
        return start.startsWith("<") || start.startsWith("{");
    }

    private static String beginning(byte[] bytes) {
        return new String(bytes, 0, Math.min(bytes.length, 300), StandardCharsets.ISO_8859_1);
    }

    private static Optional<Charset> charset(Pattern pattern, String text) {
        var match = pattern.matcher(text);
        return match.find() ? Charsets.named(match.group(1)) : Optional.empty();
    }

    /** UTF-16 and -32 without a mark would have shown themselves: here they are a prolog's mistake. */
    private static Optional<String> strict(byte[] bytes, Charset charset) {
        if (charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32")) {
            return Optional.empty();
        }
        var whole = charset.equals(StandardCharsets.UTF_8) ? new String(bytes, charset) : "\uFFFD";
        if (whole.indexOf('\uFFFD') < 0) {
            return Optional.of(Mixture.printable(whole, WESTERN));
        }
        try {
            var text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return Optional.of(charset.equals(StandardCharsets.UTF_8) ? Mixture.printable(text, WESTERN) : text);
        } catch (CharacterCodingException contradicted) {
            return PROMISES.contains(charset) ? Optional.empty() : mostly(bytes, charset);
        }
    }

    /** A few bytes that the charset does not know do not make it another one; UTF-8 that is valid does. */
    private static Optional<String> mostly(byte[] bytes, Charset charset) {
        var text = new String(bytes, charset);
        var lost = text.chars().filter(character -> character == '\uFFFD').count();
        return lost <= text.length() / 100 + 1
                ? strict(bytes, StandardCharsets.UTF_8).or(() -> Optional.of(text))
                : Optional.empty();
    }
}
