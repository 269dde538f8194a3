package fi.tiedote.delivery;

import java.nio.charset.StandardCharsets;

/**
 * RFC 2045 §6.7, with slots as atoms: their mark stays whole, on a line with room for what will stand there, and comes
 * out as a plate's bytes have it.
 */
class QuotedPrintable {
    private static final int LINE = 75;
    /** The longest token. An address, which may be longer and have an equals sign, is no part of a body. */
    private static final int SLOT = 66;

    private static final String HEX = "0123456789ABCDEF";

    private final StringBuilder encoded;
    private int column;

    private QuotedPrintable(int size) {
        encoded = new StringBuilder(size + size / 4);
    }

    /** @param text lines may end in LF or CRLF; those of the result end in CRLF, the last one, too */
    static String encode(String text) {
        var printable = new QuotedPrintable(text.length());
        text.lines().forEach(printable::line);
        return printable.encoded.toString();
    }

    private void line(String line) {
        for (var i = 0; i < line.length(); ) {
            var slot = Slot.at(line, i);
            if (slot == Slot.ADDRESS) {
                throw new IllegalArgumentException("an address is no part of a body");
            } else if (slot != null) {
                put(Plate.mark(slot), SLOT);
                i += Slot.MARK_LENGTH;
            } else {
                var character = line.codePointAt(i);
                i += Character.charCount(character);
                // What a slot has may be empty: then its line ends before it.
                put(character, i == line.length() || Slot.at(line, i) != null);
            }
        }
        encoded.append("\r\n");
        column = 0;
    }

    private void put(int character, boolean exposed) {
        var literal = character > ' ' && character < 127 && character != '=';
        var space = (character == ' ' || character == '\t') && !exposed;
        var text = literal || space ? Character.toString(character) : escaped(character);
        put(text, text.length());
    }

    private void put(String atom, int width) {
        if (column + width > LINE && column > 0) {
            encoded.append("=\r\n");
            column = 0;
        }
        encoded.append(atom);
        column += width;
    }

    private static String escaped(int character) {
        var escaped = new StringBuilder();
        for (var each : Character.toString(character).getBytes(StandardCharsets.UTF_8)) {
            escaped.append('=').append(HEX.charAt((each >> 4) & 15)).append(HEX.charAt(each & 15));
        }
        return escaped.toString();
    }
}
