package fi.tiedote.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Postfix's smtp-sink: takes everything and keeps nothing. */
record Sink(Process process, int port) implements AutoCloseable {
    static Sink start() throws IOException, InterruptedException {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var process = new ProcessBuilder("smtp-sink", "-u", "nobody", "127.0.0.1:" + port, "500").inheritIO().start();
        var sink = new Sink(process, port);
        for (var attempt = 0; !sink.answers() && attempt < 100; attempt++) {
            Thread.sleep(50);
        }
        return sink;
    }

    private boolean answers() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 200);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
