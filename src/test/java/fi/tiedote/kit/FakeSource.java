package fi.tiedote.kit;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A web server on the loopback interface that answers one request after the other as it was told. */
public class FakeSource implements AutoCloseable {
    private final HttpServer server;
    private final Queue<Reply> script = new ConcurrentLinkedQueue<>();
    private final Map<String, Reply> pages = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<Headers> requests = new CopyOnWriteArrayList<>();

    public FakeSource() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            var thread = new Thread(task, "fake-source");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::answer);
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/feed.xml");
    }

    /** The next answer; without any more it says 500. */
    public FakeSource answers(int status, String body, Map<String, String> headers) {
        script.add(exchange -> {
            headers.forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        });
        return this;
    }

    public FakeSource answers(String body) {
        return answers(200, body, Map.of("Content-Type", "application/xml"));
    }

    /** What stands at an address for good, or until it is told otherwise. */
    public FakeSource shows(String address, String type, String body, String... headers) {
        pages.put(address, exchange -> {
            exchange.getResponseHeaders().add("Content-Type", type);
            for (var at = 0; at < headers.length; at += 2) {
                exchange.getResponseHeaders().add(headers[at], headers[at + 1]);
            }
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        });
        return this;
    }

    /** The same, as odd as the test needs it. */
    public FakeSource shows(String address, Reply reply) {
        pages.put(address, reply);
        return this;
    }

    /** There is no such page. */
    public FakeSource missing(String address) {
        return shows(address, exchange -> exchange.sendResponseHeaders(404, -1));
    }

    /** It answers 500 there. */
    public FakeSource fails(String address) {
        return shows(address, exchange -> exchange.sendResponseHeaders(500, -1));
    }

    public FakeSource answers(Reply reply) {
        script.add(reply);
        return this;
    }

    /** The addresses that were asked for so far, oldest first. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    /** What was asked so far, oldest first. */
    public List<Headers> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (isAboutRobots(exchange)) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            requests.add(exchange.getRequestHeaders());
            asked.add(exchange.getRequestURI().toString());
            var page = pages.get(exchange.getRequestURI().toString());
            var reply = page == null ? script.poll() : page;
            if (reply == null) {
                exchange.sendResponseHeaders(500, -1);
            } else {
                reply.to(exchange);
            }
        }
    }

    /** There is none, and it counts for nothing, unless the test shows one. */
    private boolean isAboutRobots(HttpExchange exchange) {
        return exchange.getRequestURI().getPath().equals("/robots.txt") && !pages.containsKey("/robots.txt");
    }

    /** One answer, as odd as the test needs it. */
    @FunctionalInterface
    public interface Reply {
        void to(HttpExchange exchange) throws IOException;
    }
}
