package fi.tiedote.site;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.util.Map;
import java.util.Optional;

/**
 * An address as a QR code, to be drawn as SVG.
 *
 * @param size modules on each side, the quiet zone included
 * @param path one rectangle for each run of dark modules
 */
record Qr(int size, String path) {
    /** Beyond it, the modules are too small for a telephone to read from a screen. */
    private static final int LONGEST = 500;

    static Optional<Qr> of(String url) {
        if (url.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var hints = Map.of(EncodeHintType.MARGIN, 4);
            var code = new QRCodeWriter().encode(url, BarcodeFormat.QR_CODE, 0, 0, hints);
            return Optional.of(new Qr(code.getWidth(), path(code)));
        } catch (WriterException e) {
            throw new IllegalStateException("a short address fits a code", e);
        }
    }

    private static String path(BitMatrix code) {
        var path = new StringBuilder();
        for (var y = 0; y < code.getHeight(); y++) {
            for (var x = 0; x < code.getWidth(); x++) {
                if (code.get(x, y)) {
                    var end = x;
                    while (end < code.getWidth() && code.get(end, y)) {
                        end++;
                    }
                    path.append("M%d %dh%dv1h-%dz".formatted(x, y, end - x, end - x));
                    x = end;
                }
            }
        }
        return path.toString();
    }
}
