package fi.tiedote.kit;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Finds a Chromium or Chrome on this machine, or has one installed where that is possible without asking anybody. */
class Chromium {
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");
    private static final Path MAC = Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

    private Chromium() {}

    /** Empty where there is none, so that Playwright has to download its own. */
    static Optional<Path> find() {
        return named().or(Chromium::onPath)
                .or(() -> Optional.of(MAC).filter(Files::isExecutable))
                .or(Chromium::installed);
    }

    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static Optional<Path> named() {
        var path = Optional.ofNullable(System.getenv("CHROME_PATH")).map(Path::of);
        path.filter(given -> !Files.isExecutable(given)).ifPresent(given -> {
            throw new IllegalStateException("CHROME_PATH names no program that can be run: " + given);
        });
        return path;
    }

    private static Optional<Path> onPath() {
        return NAMES.stream().flatMap(name -> onPath(name).stream()).findFirst();
    }

    private static Optional<Path> onPath(String name) {
        return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Optional<Path> installed() {
        if (!isRoot() || onPath("apt-get").isEmpty()) {
            return Optional.empty();
        }
        return succeeds("apt-get", "update") && succeeds("apt-get", "install", "-y", "chromium")
                ? onPath()
                : Optional.empty();
    }

    private static boolean succeeds(String... command) {
        try {
            var process = quietly(command).start();
            return process.waitFor(10, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Apart from our own streams, by which Maven speaks with the tests. */
    private static ProcessBuilder quietly(String... command) {
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File("target/chromium.log")));
        builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
        return builder;
    }
}
