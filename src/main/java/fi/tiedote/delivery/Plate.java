package fi.tiedote.delivery;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.util.function.SingletonSupplier;

/**
 * An edition, encoded once: the message of RFC 5322 in 7-bit bytes, with a NUL and the slot's letter where something
 * personal goes. Immutable, and shared by all couriers.
 */
class Plate {
    private final byte[] bytes;
    private final Segments stuffed;
    private final Supplier<Canon> canon;

    Plate(byte[] bytes) {
        this.bytes = bytes;
        this.stuffed = new Segments(Segments.dotStuffed(bytes));
        this.canon = SingletonSupplier.of(() -> Canon.of(bytes));
    }

    /** How a slot stands in the bytes. */
    static String mark(Slot slot) {
        return "\0" + slot.letter();
    }

    /** The form in which it is stored. */
    byte[] bytes() {
        return bytes;
    }

    /** Octets of a letter, but for what is personal. */
    long size() {
        return bytes.length;
    }

    Canon canon() {
        return canon.get();
    }

    /** Writes the message of one person. A value that a slot needs and that is not given stays empty. */
    void writeTo(OutputStream out, Map<Slot, String> values) throws IOException {
        new Segments(bytes).writeTo(out, encoded(values), false);
    }

    /** The same as SMTP has it: dot-stuffed, without the final dot. */
    void stuffTo(OutputStream out, Map<Slot, byte[]> values) throws IOException {
        stuffed.writeTo(out, values, true);
    }

    static Map<Slot, byte[]> encoded(Map<Slot, String> values) {
        var encoded = new EnumMap<Slot, byte[]>(Slot.class);
        values.forEach((slot, value) -> encoded.put(slot, value.getBytes(StandardCharsets.UTF_8)));
        return encoded;
    }
}
