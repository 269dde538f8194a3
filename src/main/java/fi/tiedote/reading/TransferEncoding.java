package fi.tiedote.reading;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;

/** Undoes the transfer encodings of MIME (RFC 2045 §6); what is broken costs no more than itself. */
class TransferEncoding {
    private TransferEncoding() {}

    /** @param encoding as the header has it; unknown ones are taken as none */
    static byte[] decoded(byte[] bytes, String encoding) {
        return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
            case "base64" -> base64(bytes);
            case "quoted-printable" -> quotedPrintable(bytes);
            default -> bytes;
        };
    }

    /** Characters that are none are passed over, and padding ends one run of several. */
    static byte[] base64(byte[] bytes) {
        var kept = new byte[bytes.length + 4];
        var length = 0;
        for (var current : bytes) {
            if (isBase64(current)) {
                kept[length++] = current;
            }
        }
        return Base64.getDecoder().decode(Arrays.copyOf(kept, length - (length % 4 == 1 ? 1 : 0)));
    }

    /** What follows an equals sign and is no byte stays as it is. */
    static byte[] quotedPrintable(byte[] bytes) {
        var out = new ByteArrayOutputStream(bytes.length);
        for (var at = 0; at < bytes.length; at++) {
            if (bytes[at] != '=') {
                out.write(bytes[at]);
                continue;
            }
            var line = endOfLine(bytes, at + 1);
            if (line > 0) {
                at = line - 1;
            } else if (at + 2 < bytes.length && digit(bytes[at + 1]) >= 0 && digit(bytes[at + 2]) >= 0) {
                out.write(digit(bytes[at + 1]) * 16 + digit(bytes[at + 2]));
                at += 2;
            } else {
                out.write('=');
            }
        }
        return out.toByteArray();
    }

    /** Where the next line begins if nothing but blanks come before it; 0 otherwise. */
    private static int endOfLine(byte[] bytes, int from) {
        var at = from;
        while (at < bytes.length && (bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == '\r')) {
            at++;
        }
        return at < bytes.length && bytes[at] == '\n' ? at + 1 : 0;
    }

    private static int digit(byte character) {
        return Character.digit(character, 16);
    }

    private static boolean isBase64(byte character) {
        return (character >= 'A' && character <= 'Z')
                || (character >= 'a' && character <= 'z')
                || (character >= '0' && character <= '9')
                || character == '+'
                || character == '/';
    }
}
