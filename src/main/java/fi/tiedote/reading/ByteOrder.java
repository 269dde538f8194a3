package fi.tiedote.reading;

import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.Optional;

/** How many bytes make a character, and in which order, as the first bytes tell (XML 1.0 appendix F). */
enum ByteOrder {
    UTF_32BE("0000FEFF"),
    UTF_32LE("FFFE0000"),
    UTF_8("EFBBBF"),
    UTF_16LE("FFFE"),
    UTF_16BE("FEFF"),
    PLAIN_32BE("0000003C"),
    PLAIN_32LE("3C000000"),
    PLAIN_16BE("003C00"),
    PLAIN_16LE("3C00"),
    EBCDIC("4C6FA794");

    private final String mark;

    /** @param mark the bytes in hexadecimal digits */
    ByteOrder(String mark) {
        this.mark = mark;
    }

    static Optional<Charset> of(byte[] bytes) {
        for (var order : values()) {
            if (order.begins(bytes)) {
                return Optional.of(order.charset());
            }
        }
        return Optional.empty();
    }

    private Charset charset() {
        return Charset.forName(
                this == EBCDIC ? "IBM037" : name().replace("PLAIN", "UTF").replace('_', '-'));
    }

    private boolean begins(byte[] bytes) {
        var length = mark.length() / 2;
        return bytes.length >= length
                && HexFormat.of().withUpperCase().formatHex(bytes, 0, length).equals(mark);
    }
}
