package fi.tiedote.delivery;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * An edition, encoded once: the message of RFC 5322 in 7-bit bytes, with a NUL and the slot's letter where something
 * personal goes. Immutable, and shared by all couriers.
 */
class Plate {

    private final byte[] bytes;
    private final List<Segment> segments;

    Plate(byte[] bytes) {
        this.bytes = bytes;
        this.segments = segments(bytes);
    }

    /** How a slot stands in the bytes. */
    static String mark(Slot slot) {
        return "\0" + slot.letter();
    }

    /** The form in which it is stored. */
    byte[] bytes() {
        return bytes;
    }

    /** Writes the message of one person. A value that a slot needs and that is not given stays empty. */
    void writeTo(OutputStream out, Map<Slot, String> values) throws IOException {
        var encoded = new EnumMap<Slot, byte[]>(Slot.class);
        values.forEach((slot, value) -> encoded.put(slot, value.getBytes(StandardCharsets.UTF_8)));
        for (var segment : segments) {
            out.write(bytes, segment.start(), segment.end() - segment.start());
            if (segment.end() < bytes.length) {
                out.write(encoded.getOrDefault(slot(bytes[segment.end() + 1]), new byte[0]));
            }
        }
    }

    private static Slot slot(byte letter) {
        return Slot.of(letter);
    }

    private static List<Segment> segments(byte[] bytes) {
        var segments = new ArrayList<Segment>();
        var start = 0;
        for (var i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                segments.add(new Segment(start, i));
                start = i + 2;
            }
        }
        segments.add(new Segment(start, bytes.length));
        return List.copyOf(segments);
    }

    private record Segment(int start, int end) {}
}
