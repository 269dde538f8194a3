package fi.tiedote.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The server's {@code postmaster.pid}: process, data directory, start time, port, …, state, one a line. */
record PidFile(long pid, Path directory, int port, boolean ready) {

    static Path of(Path clusterDirectory) {
        return clusterDirectory.resolve("postmaster.pid");
    }

    static PidFile read(Path clusterDirectory) throws IOException {
        var lines = Files.readAllLines(of(clusterDirectory));
        return new PidFile(
                number(lines, 0),
                clusterDirectory,
                (int) number(lines, 3),
                line(lines, 7).startsWith("ready"));
    }

    /**
     * Whether the process that the file names is the server of this very directory. Process numbers are used again, so
     * the number alone says nothing; a server has its data as working directory.
     */
    boolean isOurs() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(this::servesOurDirectory)
                .isPresent();
    }

    private boolean servesOurDirectory(ProcessHandle process) {
        var proc = Path.of("/proc", Long.toString(process.pid()));
        try {
            return Files.isSameFile(proc.resolve("cwd"), directory);
        } catch (IOException noProc) {
            return process.info()
                    .command()
                    .filter(program -> program.contains("postgres"))
                    .isPresent();
        }
    }

    private static long number(List<String> lines, int index) {
        var text = line(lines, index);
        return text.matches("-?\\d{1,18}") ? Math.abs(Long.parseLong(text)) : 0;
    }

    private static String line(List<String> lines, int index) {
        return index < lines.size() ? lines.get(index).strip() : "";
    }
}
