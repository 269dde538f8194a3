package fi.tiedote.delivery;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The canonical form "relaxed" of RFC 6376 §3.4. Slots stay as they are. */
class Relaxed {
    private Relaxed() {}

    /** @param header one, folded or not, without its last line's end */
    static String header(String header) {
        var colon = header.indexOf(':');
        var value = header.substring(colon + 1).replace("\r\n", "").replaceAll("[ \t]+", " ");
        return header.substring(0, colon).strip().toLowerCase(Locale.ROOT) + ":" + value.strip();
    }

    static byte[] body(byte[] body) {
        var text = new String(body, StandardCharsets.ISO_8859_1)
                .replaceAll("[ \t]+\r\n", "\r\n")
                .replaceAll("[ \t]+", " ")
                .replaceAll("(\r\n)+$", "\r\n");
        return text.equals("\r\n") ? new byte[0] : text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
