package fi.tiedote.database;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Starts and stops the server process of a cluster. */
record Postmaster(Cluster cluster) {
    private static final Duration START_LIMIT = Duration.ofMinutes(2); // a crash recovery may take its time
    private static final int PORT_ATTEMPTS = 5;
    private static final long LOG_LIMIT = 4L << 20;
    private static final int LAST_WORDS = 1500;

    /** Starts the server on a free loopback port and waits until it takes connections; the result is that port. */
    int start() throws IOException {
        replaceOrphan();
        for (int attempt = 1; ; attempt++) {
            var port = freePort();
            var process = launch(port);
            if (isReady(process)) {
                return port;
            }
            if (attempt == PORT_ATTEMPTS || !lastWords().contains("could not bind")) {
                stop();
                throw new DatabaseException(
                        "PostgreSQL does not start on " + cluster.directory() + ":\n" + lastWords());
            }
        }
    }

    /** Starts a server that has died once more, where its clients look for it. */
    void startAgain(int port) throws IOException {
        replaceOrphan();
        if (!isReady(launch(port))) {
            throw new DatabaseException("it does not start on its port " + port + ": " + lastWords());
        }
    }

    /** Ends all sessions, writes everything out and waits. */
    void stop() throws IOException {
        if (!control("fast") && !control("immediate")) {
            throw new DatabaseException("PostgreSQL does not stop; see " + log());
        }
    }

    /** The port of a server that another process started on this cluster. */
    Optional<Integer> runningPort() throws IOException {
        return pidFile().filter(PidFile::isOurs).map(PidFile::port);
    }

    private void replaceOrphan() throws IOException {
        var left = pidFile();
        if (left.isEmpty()) {
            return;
        }
        if (left.get().isOurs()) {
            stop();
        } else {
            // Its process is gone, and the number may belong to another program by now, which would mislead the server.
            Files.deleteIfExists(PidFile.of(cluster.directory()));
        }
    }

    private Optional<PidFile> pidFile() throws IOException {
        try {
            return Optional.of(PidFile.read(cluster.directory()));
        } catch (NoSuchFileException notRunning) {
            return Optional.empty();
        }
    }

    private Process launch(int port) throws IOException {
        rotateLog();
        return cluster.account()
                .command(List.of(
                        cluster.binaries().program("postgres").toString(),
                        "-D",
                        cluster.directory().toString(),
                        "-p",
                        Integer.toString(port),
                        "-c",
                        "listen_addresses=127.0.0.1",
                        "-c",
                        "unix_socket_directories=",
                        "-c",
                        "timezone=UTC",
                        "-c",
                        "log_timezone=UTC"))
                .directory(cluster.home().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
    }

    private boolean isReady(Process process) throws IOException {
        var patience = START_LIMIT.toMillis() / 50;
        for (long look = 0; look < patience && process.isAlive(); look++) {
            if (pidFile()
                    .filter(file -> file.pid() == process.pid() && file.ready())
                    .isPresent()) {
                return true;
            }
            pause(process);
        }
        return false;
    }

    private static void pause(Process process) {
        try {
            process.waitFor(50, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseException("Interrupted while PostgreSQL was starting", e);
        }
    }

    private boolean control(String mode) throws IOException {
        if (pidFile().filter(PidFile::isOurs).isEmpty()) {
            return true;
        }
        var stopping = cluster.account()
                .command(List.of(
                        cluster.binaries().program("pg_ctl").toString(),
                        "stop",
                        "--pgdata=" + cluster.directory(),
                        "--mode=" + mode,
                        "--timeout=30",
                        "--silent"))
                .directory(cluster.home().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
        try {
            return stopping.waitFor() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Path log() {
        return cluster.home().resolve("server.log");
    }

    private void rotateLog() throws IOException {
        if (Files.exists(log()) && Files.size(log()) > LOG_LIMIT) {
            Files.move(log(), cluster.home().resolve("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private String lastWords() throws IOException {
        try (var file = new RandomAccessFile(log().toFile(), "r")) {
            file.seek(Math.max(0, file.length() - LAST_WORDS));
            var end = new byte[LAST_WORDS];
            var length = Math.max(0, file.read(end));
            return new String(end, 0, length, StandardCharsets.UTF_8);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
