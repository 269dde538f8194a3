package fi.tiedote.feed;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A WebSub subscriber on this machine: it confirms what it is asked, and notes what it is pushed. */
class Subscriber implements AutoCloseable {
    final List<Map<String, List<String>>> asked = new CopyOnWriteArrayList<>();
    final List<Pushed> pushed = new CopyOnWriteArrayList<>();
    volatile boolean confirms = true;
    volatile int answer = 204;

    private final HttpServer server;

    Subscriber() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::take);
        server.start();
    }

    record Pushed(Map<String, List<String>> headers, String body) {
        String header(String name) {
            return String.join(",", headers.getOrDefault(name, List.of()));
        }
    }

    /** With a query of its own, which must survive. */
    String callback() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/push?key=a%2Bb";
    }

    String asked(String parameter) {
        return String.join(",", asked.get(asked.size() - 1).getOrDefault(parameter, List.of()));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestMethod().equals("GET")) {
                confirm(exchange);
            } else {
                pushed.add(new Pushed(
                        exchange.getRequestHeaders(),
                        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
                exchange.sendResponseHeaders(answer, -1);
            }
        }
    }

    private void confirm(HttpExchange exchange) throws IOException {
        var query = Parameters.read(exchange.getRequestURI().getRawQuery()).orElseThrow();
        asked.add(query.values());
        var text = confirms ? String.join("", query.all("hub.challenge")) : "no";
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
