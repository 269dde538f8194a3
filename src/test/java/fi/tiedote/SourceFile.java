package fi.tiedote;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** One of the project's own source files, for rules about text that a class file no longer has. */
record SourceFile(Path path, String text) {
    private static final Path ROOT = Path.of("src/main/java/fi/tiedote");

    static Stream<SourceFile> main() {
        return below(ROOT, ".java");
    }

    static Stream<SourceFile> below(Path root, String ending) {
        try (var paths = Files.walk(root)) {
            return paths
                    .filter(path -> path.toString().endsWith(ending))
                    .sorted()
                    .map(SourceFile::read)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SourceFile read(Path path) {
        try {
            return new SourceFile(path, Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path introduction() {
        return path.resolveSibling("package-info.java");
    }

    /** The module that a file of {@link #main} belongs to; empty for the application's own package. */
    String module() {
        var inside = ROOT.relativize(path);
        return inside.getNameCount() == 1 ? "" : inside.getName(0).toString();
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
