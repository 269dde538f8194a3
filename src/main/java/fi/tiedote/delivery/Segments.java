package fi.tiedote.delivery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Bytes, cut where slots are, so that a letter is a few copies of long runs. Immutable. */
class Segments {
    private static final byte[] NOTHING = {};

    private final byte[] bytes;
    private final List<Segment> segments;

    Segments(byte[] bytes) {
        this.bytes = bytes;
        this.segments = List.copyOf(cut(bytes));
    }

    /** With a second dot before each one that begins a line (RFC 5321 §4.5.2). */
    static byte[] dotStuffed(byte[] bytes) {
        var stuffed = new ByteArrayOutputStream(bytes.length + 64);
        for (int i = 0, before = '\n'; i < bytes.length; before = bytes[i++]) {
            if (before == '\n' && bytes[i] == '.') {
                stuffed.write('.');
            }
            stuffed.write(bytes[i]);
        }
        return stuffed.toByteArray();
    }

    /** @param stuffing whether a dot that begins a line because of a value, or of an empty one, gets a second one */
    void writeTo(OutputStream out, Map<Slot, byte[]> values, boolean stuffing) throws IOException {
        var emptied = false;
        for (var segment : segments) {
            if (emptied && segment.end() > segment.start() && bytes[segment.start()] == '.') {
                out.write('.');
            }
            out.write(bytes, segment.start(), segment.end() - segment.start());
            var value = value(segment, values);
            var beginsLine = stuffing && (segment.endsLine() || (emptied && segment.start() == segment.end()));
            if (beginsLine && value.length > 0 && value[0] == '.') {
                out.write('.');
            }
            out.write(value);
            emptied = beginsLine && value.length == 0;
        }
    }

    /** What lies before the first slot. */
    void openingTo(MessageDigest digest) {
        digest.update(bytes, 0, segments.get(0).end());
    }

    /** All but that. */
    void restTo(OutputStream out, Map<Slot, byte[]> values) throws IOException {
        out.write(value(segments.get(0), values));
        for (var segment : segments.subList(1, segments.size())) {
            out.write(bytes, segment.start(), segment.end() - segment.start());
            out.write(value(segment, values));
        }
    }

    /** Whether the bytes around a value could look different because of it: it is empty, or has spaces. */
    boolean isBentBy(Map<Slot, byte[]> values) {
        for (var segment : segments) {
            if (segment.slot() != null && isEmptyOrSpaced(value(segment, values))) {
                return true;
            }
        }
        return false;
    }

    private static byte[] value(Segment segment, Map<Slot, byte[]> values) {
        return segment.slot() == null ? NOTHING : values.getOrDefault(segment.slot(), NOTHING);
    }

    private static boolean isEmptyOrSpaced(byte[] value) {
        for (var each : value) {
            if (each == ' ' || each == '\t' || each == '\r' || each == '\n') {
                return true;
            }
        }
        return value.length == 0;
    }

    private static List<Segment> cut(byte[] bytes) {
        var segments = new ArrayList<Segment>();
        var start = 0;
        for (var i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                segments.add(new Segment(start, i, Slot.of(bytes[i + 1]), i == 0 || bytes[i - 1] == '\n'));
                start = i + 2;
            }
        }
        segments.add(new Segment(start, bytes.length, null, false));
        return segments;
    }

    /** @param slot what follows it */
    private record Segment(int start, int end, @Nullable Slot slot, boolean endsLine) {}
}
