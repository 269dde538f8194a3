package fi.tiedote.gather;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Reads what is UTF-8 as UTF-8, and each byte that cannot be as one of an older charset. */
class Mixture {
    private static final Pattern CONTROL = Pattern.compile("[\\x80-\\x9F]");

    private static final int CHANCE = 10;

    private Mixture() {}

    /** Unicode's controls from U+0080 on are no text: somebody has taken the bytes of an older charset for them. */
    static String printable(String text, Charset older) {
        if (!hasControl(text)) {
            return text;
        }
        return CONTROL.matcher(text)
                .replaceAll(found -> new String(new byte[] {(byte) found.group().charAt(0)}, older));
    }

    private static boolean hasControl(String text) {
        for (var at = 0; at < text.length(); at++) {
            if (text.charAt(at) >= 0x80 && text.charAt(at) <= 0x9F) {
                return true;
            }
        }
        return false;
    }

    static String text(byte[] bytes, Charset older) {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var from = ByteBuffer.wrap(bytes);
        var to = CharBuffer.allocate(bytes.length + 1);
        var strays = 0;
        for (var result = decoder.decode(from, to, true); result.isError(); result = decoder.decode(from, to, true)) {
            strays += result.length();
            for (var stray = 0; stray < result.length(); stray++) {
                to.put(new String(bytes, from.position(), 1, older));
                from.get();
            }
            decoder.reset();
        }
        return hasSense(to.flip().toString(), strays) ? to.toString() : new String(bytes, older);
    }

    /** Among many bytes of an older charset some follow each other by chance as those of UTF-8 do. */
    private static boolean hasSense(String text, int strays) {
        var beyond = text.chars().filter(character -> character >= 0x80).count();
        return strays <= CHANCE * (beyond - strays);
    }
}
