package fi.tiedote.feed;

import jakarta.servlet.DispatcherType;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.EnumSet;
import org.eclipse.jetty.ee11.servlet.FilterHolder;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;

/** The feeds of a press office over HTTP, with nothing behind them. */
record FeedServer(Server server) implements AutoCloseable {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    static FeedServer start(Editions editions) throws Exception {
        var server = withFilter(editions);
        new Kiosk(editions).standIn(server);
        server.start();
        return new FeedServer(server);
    }

    static FeedServer withoutKiosk(Editions editions) throws Exception {
        var server = withFilter(editions);
        server.start();
        return new FeedServer(server);
    }

    private static Server withFilter(Editions editions) {
        var server = new Server(0);
        var context = new ServletContextHandler();
        var filter = new FilterHolder(PressOffice.filter(editions));
        context.addFilter(filter, "/feeds/*", EnumSet.of(DispatcherType.REQUEST));
        server.setHandler(context);
        return server;
    }

    HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        return ask("GET", path, headers);
    }

    HttpResponse<byte[]> ask(String method, String path, String... headers) throws IOException, InterruptedException {
        var port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
    }

    @Override
    public void close() {
        LifeCycle.stop(server);
    }
}
