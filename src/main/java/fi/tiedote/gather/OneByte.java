package fi.tiedote.gather;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;

/** A charset of one byte a character that the JDK lacks: ASCII, the controls, and what is from 0xA0 on. Only read. */
class OneByte extends Charset {
    /** Northern Europe, the Sámi languages included. */
    static final Charset LATIN_6 = new OneByte(
            "ISO-8859-10",
            "\u00A0ĄĒĢĪĨĶ§ĻĐŠŦŽ\u00ADŪŊ°ąēģīĩķ·ļđšŧž―ūŋĀÁÂÃÄÅÆĮČÉĘËĖÍÎÏÐŅŌÓÔÕÖŨØŲÚÛÜÝÞßāáâãäåæįčéęëėíîïðņōóôõöũøųúûüýþĸ");
    /** The Celtic languages. */
    static final Charset LATIN_8 = new OneByte(
            "ISO-8859-14",
            "\u00A0Ḃḃ£ĊċḊ§Ẁ©ẂḋỲ\u00AD®ŸḞḟĠġṀṁ¶ṖẁṗẃṠỳẄẅṡÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏŴÑÒÓÔÕÖṪØÙÚÛÜÝŶßàáâãäåæçèéêëìíîïŵñòóôõöṫøùúûüýŷÿ");

    private static final int UPPER = 0xA0;

    private final String upper;

    private OneByte(String name, String upper) {
        super(name, null);
        this.upper = upper;
    }

    @Override
    public boolean contains(Charset other) {
        return other.name().equals("US-ASCII") || equals(other);
    }

    @Override
    public CharsetDecoder newDecoder() {
        return new CharsetDecoder(this, 1, 1) {
            @Override
            protected CoderResult decodeLoop(ByteBuffer from, CharBuffer to) {
                while (from.hasRemaining()) {
                    if (!to.hasRemaining()) {
                        return CoderResult.OVERFLOW;
                    }
                    var code = Byte.toUnsignedInt(from.get());
                    to.put(code < UPPER ? (char) code : upper.charAt(code - UPPER));
                }
                return CoderResult.UNDERFLOW;
            }
        };
    }

    @Override
    public boolean canEncode() {
        return false;
    }

    @Override
    public CharsetEncoder newEncoder() {
        throw new UnsupportedOperationException(name() + " is only read");
    }
}
