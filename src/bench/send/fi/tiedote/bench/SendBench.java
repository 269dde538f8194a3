package fi.tiedote.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** Alternates between the service and its reference; {@code src/bench/send/run} starts it. */
public class SendBench {
    public static void main(String[] arguments) throws Exception {
        var letters = number(arguments, "--letters=", 20_000);
        var rounds = number(arguments, "--rounds=", 3);
        var connections = number(arguments, "--connections=", 8);
        var settings = new ArrayList<>(
                Stream.of(arguments).filter(each -> each.startsWith("--tiedote.")).toList());
        settings.addAll(dkim(arguments));
        try (var sink = Sink.start();
                var distance = Distance.of(number(arguments, "--delay=", 0), sink.port())) {
            var port = number(arguments, "--delay=", 0) == 0 ? sink.port() : distance.port();
            try (var office = Office.open(port, connections, settings)) {
                System.out.println("warming up: " + office.send(letters / 2));
                measure(office, port, letters, rounds, connections);
            }
        }
        System.exit(0);
    }

    private static void measure(Office office, int port, int letters, int rounds, int connections) throws Exception {
        var size = office.messageSize();
        var reference = new Reference(port, connections, size);
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
                "ratios: letters/s %.2f, processor time %.2f; peak resident memory %d MB; rows of the ledger read by scanning all %d%n",
                mine.rate() / other.rate(), mine.cpu() / other.cpu(), MemoryBench.peak() >> 10, office.scanned());
    }

    /** A key of this run, where one is asked for: "native", or "plain" for the JDK's own signatures. */
    private static List<String> dkim(String[] arguments) throws Exception {
        var kind = Stream.of(arguments).filter(each -> each.startsWith("--dkim=")).findFirst();
        if (kind.isEmpty()) {
            return List.of();
        }
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        var file = Path.of("target/bench-send/dkim.pem");
        var key = Base64.getMimeEncoder().encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, "-----BEGIN PRIVATE KEY-----\n" + key + "\n-----END PRIVATE KEY-----\n");
        return List.of(
                "--tiedote.dkim[0].domain=example.fi",
                "--tiedote.dkim[0].selector=bench",
                "--tiedote.dkim[0].key=" + file,
                "--tiedote.native-signing=" + kind.get().equals("--dkim=native"));
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
