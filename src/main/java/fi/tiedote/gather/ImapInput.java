package fi.tiedote.gather;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/**
 * What an IMAP server says, within limits: the client makes room for whatever size a server announces, and for lines
 * without end.
 */
class ImapInput extends FilterInputStream {
    private static final int LONGEST_LINE = 1 << 20;

    private final long largest;
    private final LongSupplier end;
    private long announced = -1;
    private boolean counting;
    private long literal;
    private int line;

    /** @param end when the conversation must be over, on the clock of {@link System#nanoTime} */
    ImapInput(InputStream below, long largest, LongSupplier end) {
        super(below);
        this.largest = largest;
        this.end = end;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (System.nanoTime() - end.getAsLong() > 0) {
            throw new IOException("it took too long");
        }
        var count = super.read(bytes, from, length);
        for (var at = from; at < from + count; at++) {
            pass((char) (bytes[at] & 0xFF));
        }
        return count;
    }

    private void pass(char character) throws IOException {
        if (literal > 0) {
            literal--;
        } else if (character == '\n') {
            endLine();
        } else {
            line++;
            if (line > LONGEST_LINE) {
                throw new IOException("the server sends a line without end");
            }
            watch(character);
        }
    }

    private void watch(char character) {
        if (character == '{') {
            counting = true;
            announced = 0;
        } else if (counting && Character.isDigit(character)) {
            announced = Math.min(announced * 10 + (character - '0'), Long.MAX_VALUE / 100);
        } else if (character == '}' || (counting && character == '+')) {
            counting = false;
        } else if (character != '\r') {
            counting = false;
            announced = -1;
        }
    }

    private void endLine() throws IOException {
        if (announced > largest) {
            throw new IOException("the server announces " + announced + " bytes at once");
        }
        literal = Math.max(0, announced);
        announced = -1;
        counting = false;
        line = 0;
    }
}
