package fi.tiedote.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A WebSub subscriber on this machine: it confirms what it is asked, and notes what it is pushed. */
class Subscriber implements AutoCloseable {
    final List<Map<String, List<String>>> asked = new CopyOnWriteArrayList<>();
    final List<Pushed> pushed = new CopyOnWriteArrayList<>();
    /** To a question; {@code %s} is its challenge. */
    volatile String says = "%s";

    volatile int confirmsWith = 200;
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

        boolean isSignedWith(String secret) {
            try {
                var mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
                var hash = HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8)));
                return header("X-hub-signature").equals("sha256=" + hash);
            } catch (GeneralSecurityException e) {
                throw new AssertionError(e);
            }
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
                        new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
                exchange.sendResponseHeaders(answer, -1);
            }
        }
    }

    private void confirm(HttpExchange exchange) throws IOException {
        var query = Parameters.read(exchange.getRequestURI().getRawQuery()).orElseThrow();
        asked.add(query.values());
        var bytes =
                says.replace("%s", String.join("", query.all("hub.challenge"))).getBytes(UTF_8);
        exchange.sendResponseHeaders(confirmsWith, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
