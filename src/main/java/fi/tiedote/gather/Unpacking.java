package fi.tiedote.gather;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * Takes the compression off an answer (RFC 9110 §8.4.1). What is gzip shows it: the label is often missing, there twice, or
 * on what is none.
 *
 * @param most bytes of any layer
 * @param cut whether what goes beyond is left out, rather than the whole
 */
record Unpacking(int most, boolean cut) {
    static final String OFFERED = "gzip, deflate";

    private static final Set<String> UNKNOWN = Set.of("br", "zstd", "compress", "x-compress", "dcb", "dcz");
    private static final int MOST_LAYERS = 3;

    /** @throws IOException when it is larger than allowed, damaged, or of a compression that nobody asked for */
    byte[] unpack(byte[] packed, String label) throws IOException {
        var bytes = packed;
        for (var coding : label.toLowerCase(Locale.ROOT).split(",", -1)) {
            if (UNKNOWN.contains(coding.strip())) {
                throw new IOException("it is compressed as " + coding.strip() + ", which we do not ask for");
            }
            if (coding.strip().equals("deflate") && !isGzip(bytes)) {
                bytes = inflated(bytes);
            }
        }
        for (var layer = 0; isGzip(bytes); layer++) {
            if (layer == MOST_LAYERS) {
                throw new IOException("it is compressed more than " + MOST_LAYERS + " times over");
            }
            bytes = all(new GZIPInputStream(new ByteArrayInputStream(bytes)));
        }
        return bytes;
    }

    /** An exception closes the connection; to stop reading would first read the rest. */
    byte[] all(InputStream stream) throws IOException {
        if (cut) {
            return stream.readNBytes(most);
        }
        var start = stream.readNBytes(Math.min(Heavy.LIGHT, most + 1));
        if (start.length < Heavy.LIGHT) {
            return whole(start);
        }
        Heavy.lift();
        return whole(new SequenceInputStream(new ByteArrayInputStream(start), stream).readNBytes(most + 1));
    }

    private byte[] whole(byte[] bytes) throws IOException {
        if (bytes.length > most) {
            throw tooLarge();
        }
        return bytes;
    }

    IOException tooLarge() {
        return new IOException("it is larger than " + (most >> 20) + " MB (tiedote.gather.largest-fetch)");
    }

    /** Deflate means zlib's format; servers that send it bare, or not at all, are old acquaintances. */
    private byte[] inflated(byte[] bytes) throws IOException {
        try {
            return all(new InflaterInputStream(new ByteArrayInputStream(bytes), new Inflater(!isZlib(bytes))));
        } catch (ZipException plain) {
            return bytes;
        }
    }

    /** RFC 1950 §2.2. */
    private static boolean isZlib(byte[] bytes) {
        return bytes.length > 2 && (bytes[0] & 0x0f) == 8 && (((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff)) % 31 == 0;
    }

    private static boolean isGzip(byte[] bytes) {
        return bytes.length > 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b && bytes[2] == 8;
    }
}
