package fi.tiedote.gather;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Reads what is UTF-8 as UTF-8, and each byte that cannot be as one of an older charset. */
class Mixture {
    private Mixture() {}

    static String text(byte[] bytes, Charset older) {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var from = ByteBuffer.wrap(bytes);
        var to = CharBuffer.allocate(bytes.length + 1);
        for (var result = decoder.decode(from, to, true); result.isError(); result = decoder.decode(from, to, true)) {
            for (var stray = 0; stray < result.length(); stray++) {
                to.put(new String(bytes, from.position(), 1, older));
                from.get();
            }
            decoder.reset();
        }
        return to.flip().toString();
    }
}
