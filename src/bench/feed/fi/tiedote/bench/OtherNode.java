package fi.tiedote.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;

/** A second node over the same database, as a process of its own. */
record OtherNode(Process process, URI address) implements AutoCloseable {
    static OtherNode start(HikariDataSource database) throws IOException, InterruptedException {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx384m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "fi.tiedote.Tiedote",
                        "--server.port=" + port,
                        "--tiedote.sources=",
                        "--tiedote.data=target/bench-feed/other",
                        "--spring.datasource.url=" + database.getJdbcUrl(),
                        "--spring.datasource.username=" + database.getUsername(),
                        "--spring.datasource.password=" + database.getPassword())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(new File("target/bench-feed/other.log")))
                .start();
        var node = new OtherNode(process, URI.create("http://127.0.0.1:" + port));
        for (var attempt = 0; !node.answers() && attempt < 600; attempt++) {
            Thread.sleep(200);
        }
        return node;
    }

    private boolean answers() throws InterruptedException {
        try {
            var ready = HttpRequest.newBuilder(address.resolve("/actuator/health/readiness")).build();
            return HttpClient.newHttpClient().send(ready, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
