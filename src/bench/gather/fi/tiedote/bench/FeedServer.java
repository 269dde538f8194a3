package fi.tiedote.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Feeds of many hosts, each an address of the loopback network, in a process of its own: its work is not the gatherer's.
 * {@code /change?N} puts a new release into the first N of {@code /feed/0} and so on.
 */
public class FeedServer {
    private static final int ITEMS = 10;
    private static final int PARAGRAPHS = 4;

    private final AtomicInteger[] versions;

    private FeedServer(int feeds) {
        versions = new AtomicInteger[feeds];
        for (var feed = 0; feed < feeds; feed++) {
            versions[feed] = new AtomicInteger(1);
        }
    }

    /** Prints its port, and ends with its standard input. */
    public static void main(String[] arguments) throws IOException {
        var feeds = new FeedServer(Integer.parseInt(arguments[0]));
        var server = HttpServer.create(new InetSocketAddress("0.0.0.0", 0), 1000);
        server.setExecutor(Executors.newFixedThreadPool(16));
        server.createContext("/feed/", feeds::feed);
        server.createContext("/change", feeds::change);
        server.createContext("/robots.txt", exchange -> answer(exchange, 404, new byte[0]));
        server.start();
        System.out.println(server.getAddress().getPort());
        new BufferedReader(new InputStreamReader(System.in)).readLine();
        server.stop(0);
        System.exit(0);
    }

    /** Feed N is at a host of its own. */
    static URI url(int port, int feed) {
        return URI.create("http://127.1.%d.%d:%d/feed/%d".formatted(feed / 250, feed % 250 + 1, port, feed));
    }

    private void feed(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var feed = Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
        var version = versions[feed].get();
        var tag = "\"" + feed + "-" + version + "\"";
        exchange.getResponseHeaders().add("ETag", tag);
        if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            answer(exchange, 304, new byte[0]);
        } else {
            exchange.getResponseHeaders().add("Content-Type", "application/rss+xml");
            answer(exchange, 200, Press.rss(feed, version + ITEMS, ITEMS, PARAGRAPHS));
        }
    }

    private void change(HttpExchange exchange) throws IOException {
        var count = Integer.parseInt(exchange.getRequestURI().getQuery());
        for (var feed = 0; feed < count; feed++) {
            versions[feed].incrementAndGet();
        }
        answer(exchange, 200, new byte[0]);
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }
}
