package fi.tiedote.kit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server on the loopback interface that says what the test wants, be it HTTP or not, to everything but a question for
 * robots.txt, of which it has none. Each connection serves one request.
 */
public class OddServer implements AutoCloseable {
    private final ServerSocket door;
    private final Talk talk;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();

    public OddServer(Talk talk) {
        this.talk = talk;
        try {
            door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::welcome);
    }

    /** One that says this, and closes. */
    public static OddServer saying(String... parts) {
        return new OddServer(out -> {
            for (var part : parts) {
                out.write(part.getBytes(ISO_8859_1));
            }
        });
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort() + "/feed.xml");
    }

    /** The lines that began the requests, without those for robots.txt. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    public int connections() {
        return connections.get();
    }

    @Override
    public void close() {
        try {
            door.close();
            for (var socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                var socket = door.accept();
                connections.incrementAndGet();
                open.add(socket);
                start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var request = head(socket.getInputStream());
            if (request.startsWith("GET /robots.txt")) {
                socket.getOutputStream()
                        .write("HTTP/1.1 404 No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                                .getBytes(ISO_8859_1));
                return;
            }
            asked.add(request.lines().findFirst().orElse(""));
            talk.say(socket.getOutputStream());
        } catch (IOException gone) {
            return;
        } finally {
            open.remove(socket);
        }
    }

    private static String head(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            var next = in.read();
            if (next < 0) {
                break;
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private static void start(Runnable work) {
        var thread = new Thread(work, "odd-server");
        thread.setDaemon(true);
        thread.start();
    }

    /** What it says to a request; it ends with the connection. */
    @FunctionalInterface
    public interface Talk {
        void say(OutputStream out) throws IOException;
    }
}
