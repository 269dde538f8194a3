package fi.tiedote.delivery;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/** Collects what goes to a server, so that it goes in few writes: each costs a packet, or a record of TLS. */
class Burst extends OutputStream {
    private static final int SIZE = 64 * 1024;

    private final OutputStream out;
    private final byte[] buffer = new byte[SIZE];
    private int length;
    private volatile long writingSince;

    Burst(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int each) throws IOException {
        write(new byte[] {(byte) each}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int start, int count) throws IOException {
        for (int done = 0, part; done < count; done += part) {
            if (length == SIZE) {
                flush();
            }
            part = Math.min(count - done, SIZE - length);
            System.arraycopy(bytes, start + done, buffer, length, part);
            length += part;
        }
    }

    @Override
    public void flush() throws IOException {
        writingSince = Math.max(1, System.nanoTime());
        out.write(buffer, 0, length);
        out.flush();
        writingSince = 0;
        length = 0;
    }

    /** Whether the server has not let a write end for so long; may be asked by any thread. */
    boolean isStuck(Duration limit) {
        var since = writingSince;
        return since != 0 && System.nanoTime() - since > limit.toNanos();
    }
}
