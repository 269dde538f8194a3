package fi.tiedote.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Tiedote as a process of its own, which can be killed. */
public class Node implements AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Path data;
    private final Process process;
    private final int port;

    private Node(Path data, Process process, int port) {
        this.data = data;
        this.process = process;
        this.port = port;
    }

    /**
     * Started, and ready to serve.
     *
     * @param settings as on the command line
     */
    public static Node start(Path data, String... settings) {
        var port = freePort();
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                // It lives for seconds: better a quick start than fast code.
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "fi.tiedote.Tiedote",
                "--server.port=" + port,
                "--tiedote.data=" + data));
        command.addAll(List.of(settings));
        try {
            Files.createDirectories(data);
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(data.resolve("log.txt").toFile()))
                    .start();
            var node = new Node(data, process, port);
            Awaitility.await().atMost(Duration.ofSeconds(90)).until(node::isReadyOrDead);
            if (!process.isAlive()) {
                throw new IllegalStateException("it ended at once: " + node.log());
            }
            return node;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** The database on board, where it has one; its port stays when it is started again. */
    public JdbcClient onBoard() {
        try {
            var home = data.resolve("postgres");
            var port =
                    Files.readAllLines(home.resolve("cluster/postmaster.pid")).get(3);
            var password = Files.readString(home.resolve("password")).strip();
            return JdbcClient.create(new DriverManagerDataSource(
                    "jdbc:postgresql://127.0.0.1:" + port + "/tiedote", "tiedote", password));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@code kill -9} of the database on board, which takes its own children along. */
    public void killOnBoard() {
        try {
            var pid = Files.readAllLines(data.resolve("postgres/cluster/postmaster.pid"))
                    .get(0);
            ProcessHandle.of(Long.parseLong(pid)).orElseThrow().destroyForcibly();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path inbox() {
        return data.resolve("inbox");
    }

    public String log() {
        try {
            return Files.readString(data.resolve("log.txt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(at(path)));
    }

    /** @param form as application/x-www-form-urlencoded */
    public HttpResponse<String> post(String path, String form) {
        return send(HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    /** As {@code kill -9}. */
    public void kill() {
        process.destroyForcibly();
        Awaitility.await().until(() -> !process.isAlive());
    }

    /** As SIGSTOP: it does nothing, and its connections stay. */
    public void pause() {
        signal("STOP");
    }

    /** As SIGCONT. */
    public void resume() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** As SIGTERM. @return whether it has ended within that time */
    public boolean terminate(Duration time) {
        process.destroy();
        try {
            return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** It ends in order. */
    @Override
    public void close() {
        if (!terminate(Duration.ofSeconds(40))) {
            process.destroyForcibly();
        }
    }

    private boolean isReadyOrDead() {
        return !process.isAlive() || isReady();
    }

    private boolean isReady() {
        try {
            return HTTP.send(
                                    HttpRequest.newBuilder(at("/actuator/health/readiness"))
                                            .build(),
                                    BodyHandlers.ofString())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
