package fi.tiedote.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Whether memory stays flat, however many letters go out; {@code src/bench/send/run memory} starts it. */
public class MemoryBench {
    private static final int FEW = 10_000;

    private MemoryBench() {}

    public static void main(String[] arguments) throws Exception {
        var many = Stream.of(arguments)
                .filter(each -> each.startsWith("--letters="))
                .mapToInt(each -> Integer.parseInt(each.substring("--letters=".length())))
                .findFirst()
                .orElse(1_000_000);
        try (var sink = Sink.start();
                var office = Office.open(sink.port(), 8, List.of())) {
            System.out.println(office.send(FEW));
            var before = peak();
            System.out.println(office.send(many));
            var after = peak();
            System.out.printf(
                    "peak resident memory: %d MB after %d letters, %d MB after %d more; ratio %.2f%n",
                    before >> 10, FEW, after >> 10, many, (double) after / before);
        }
        System.exit(0);
    }

    /** In kilobytes, of the process since it began; proc(5). */
    static long peak() throws IOException {
        try (var lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        }
    }
}
