package fi.tiedote.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Alternates between the service and its reference; {@code src/bench/send/run} starts it. */
public class SendBench {
    public static void main(String[] arguments) throws Exception {
        var letters = number(arguments, "--letters=", 20_000);
        var rounds = number(arguments, "--rounds=", 3);
        var connections = number(arguments, "--connections=", 8);
        var settings = Stream.of(arguments).filter(each -> each.startsWith("--tiedote.")).toList();
        try (var sink = Sink.start(); var office = Office.open(sink.port(), connections, settings)) {
            System.out.println("warming up: " + office.send(letters / 2));
            measure(office, sink, letters, rounds, connections);
        }
        System.exit(0);
    }

    private static void measure(Office office, Sink sink, int letters, int rounds, int connections) throws Exception {
        var size = office.messageSize();
        var reference = new Reference(sink.port(), connections, size);
        System.out.printf("%d letters of %d bytes over %d connections%n", letters, size, connections);
        List<Round> ours = new ArrayList<>();
        List<Round> theirs = new ArrayList<>();
        for (var round = 1; round <= rounds; round++) {
            theirs.add(told(reference.send(letters)));
            ours.add(told(office.send(letters)));
        }
        var mine = told(Round.median(ours));
        var other = told(Round.median(theirs));
        System.out.printf(
                "ratios: letters/s %.2f, processor time %.2f; peak resident memory %s; full scans of the ledger %d%n",
                mine.rate() / other.rate(), mine.cpu() / other.cpu(), peak(), office.fullScans());
    }

    private static String peak() throws Exception {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .findFirst()
                .orElse("unknown")
                .replaceAll("\\s+", " ");
    }

    private static Round told(Round round) {
        System.out.println(round);
        return round;
    }

    private static int number(String[] arguments, String name, int usual) {
        return Stream.of(arguments)
                .filter(each -> each.startsWith(name))
                .mapToInt(each -> Integer.parseInt(each.substring(name.length())))
                .findFirst()
                .orElse(usual);
    }
}
