package fi.tiedote.reading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads header text (RFC 2047), as it should be and as it is: raw bytes, and characters cut in two between words. */
class EncodedWords {
    private static final Pattern WORD =
            Pattern.compile("=\\?([A-Za-z0-9_.:-]{1,40})(?:\\*[^?\\s]{0,20})?\\?([BbQq])\\?([^?\\r\\n]{0,2000})\\?=");
    private static final Pattern FOLD = Pattern.compile("\\r?\\n(?=[ \\t])");
    private static final Pattern SPACE = Pattern.compile("\\s*");

    private EncodedWords() {}

    /** @param raw one character for each byte, as a header is read; folded or not */
    static String text(@Nullable String raw) {
        if (raw == null) {
            return "";
        }
        var line = FOLD.matcher(raw).replaceAll("");
        var word = WORD.matcher(line);
        var text = new StringBuilder();
        var pending = new Pending();
        var at = 0;
        while (word.find()) {
            var between = line.substring(at, word.start());
            if (pending.isEmpty() || !SPACE.matcher(between).matches()) {
                pending.flush(text);
                text.append(bytes(between));
            }
            pending.add(word, text);
            at = word.end();
        }
        pending.flush(text);
        return Plain.line(text.append(bytes(line.substring(at))).toString());
    }

    private static String bytes(String raw) {
        return raw.chars().anyMatch(character -> character >= 0x80 && character <= 0xFF)
                ? Decoding.text(raw.getBytes(ISO_8859_1), "")
                : raw;
    }

    /** Adjacent words of one charset are one run of bytes. */
    private static class Pending {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private Charset charset = StandardCharsets.UTF_8;
        private boolean empty = true;

        boolean isEmpty() {
            return empty;
        }

        void add(Matcher word, StringBuilder text) {
            var named = Charsets.named(word.group(1)).orElse(StandardCharsets.UTF_8);
            if (!named.equals(charset)) {
                flush(text);
            }
            charset = named;
            empty = false;
            var content = word.group(3);
            bytes.writeBytes(
                    word.group(2).toLowerCase(Locale.ROOT).equals("b")
                            ? TransferEncoding.base64(content.getBytes(ISO_8859_1))
                            : TransferEncoding.quotedPrintable(
                                    content.replace('_', ' ').getBytes(ISO_8859_1)));
        }

        void flush(StringBuilder text) {
            text.append(new String(bytes.toByteArray(), charset));
            bytes.reset();
            empty = true;
        }
    }
}
