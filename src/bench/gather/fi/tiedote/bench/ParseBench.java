package fi.tiedote.bench;

import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import fi.tiedote.reading.Inspection;
import fi.tiedote.reading.Origin;
import fi.tiedote.reading.Parser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;

/** Reads the same documents in three ways, in turn. */
record ParseBench(int rounds) {
    /** How long one measurement lasts at least, in nanoseconds. */
    private static final long LONG_ENOUGH = 500_000_000L;

    private static final Origin ORIGIN =
            new Origin(URI.create("https://www.example.fi/feed"), "application/xml", null, null);

    private interface Reader {
        /** @return something that depends on what was read, so that nothing is left out */
        int read(byte[] document) throws Exception;
    }

    private static final Map<String, Reader> READERS = readers();

    private static Map<String, Reader> readers() {
        Map<String, Reader> readers = new LinkedHashMap<>();
        readers.put("inspect", document -> Inspection.of("feed", Parser.read(document, ORIGIN), false)
                .releases()
                .size());
        readers.put("ROME", document -> new SyndFeedInput()
                .build(new XmlReader(new ByteArrayInputStream(document)))
                .getEntries()
                .size());
        readers.put("jsoup", document -> Jsoup.parse(
                        new ByteArrayInputStream(document), null, "", org.jsoup.parser.Parser.xmlParser())
                .childNodeSize());
        return readers;
    }

    void run(List<String> directories) throws Exception {
        var documents = directories.isEmpty() ? Press.corpus() : understood(directories);
        var bytes = documents.stream().mapToLong(document -> document.length).sum();
        System.out.printf("%d documents, %.1f kB on average%n", documents.size(), bytes / 1000.0 / documents.size());
        for (var warm = 0; warm < 3; warm++) {
            for (var reader : READERS.values()) {
                seconds(reader, documents);
            }
        }
        Map<String, List<Double>> times = new LinkedHashMap<>();
        for (var round = 0; round < rounds; round++) {
            for (var reader : READERS.entrySet()) {
                times.computeIfAbsent(reader.getKey(), name -> new ArrayList<>())
                        .add(seconds(reader.getValue(), documents));
            }
        }
        print(times, documents.size(), bytes);
    }

    private static void print(Map<String, List<Double>> times, int documents, long bytes) {
        var inspect = median(times.getOrDefault("inspect", List.of()));
        System.out.println("| reader | µs a document | ms a MB | inspect ÷ it |");
        System.out.println("|---|---|---|---|");
        times.forEach((name, each) -> System.out.printf(
                "| %s | %.0f | %.1f | %.2f |%n",
                name,
                median(each) / documents * 1e6,
                median(each) / bytes * 1e9,
                inspect / median(each)));
    }

    /** Processor time of this thread: a busy machine stretches what a clock on the wall shows. */
    private static double seconds(Reader reader, List<byte[]> documents) throws Exception {
        var thread = ManagementFactory.getThreadMXBean();
        var begin = thread.getCurrentThreadCpuTime();
        var passes = 0;
        var found = 0L;
        while (thread.getCurrentThreadCpuTime() - begin < LONG_ENOUGH) {
            for (var document : documents) {
                found += reader.read(document);
            }
            passes++;
        }
        if (found == 0) {
            throw new IllegalStateException("nothing was found in the documents");
        }
        return (thread.getCurrentThreadCpuTime() - begin) / 1e9 / passes;
    }

    /** Those that all three can read: the same work for each. */
    private static List<byte[]> understood(List<String> directories) throws IOException {
        List<byte[]> documents = new ArrayList<>();
        for (var directory : directories) {
            try (var files = Files.walk(Path.of(directory))) {
                for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                    var bytes = Files.readAllBytes(file);
                    if (READERS.values().stream().allMatch(reader -> reads(reader, bytes))) {
                        documents.add(bytes);
                    }
                }
            }
        }
        return documents;
    }

    private static boolean reads(Reader reader, byte[] document) {
        try {
            return reader.read(document) > 0;
        } catch (Exception unreadable) {
            return false;
        }
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElse(Double.NaN);
    }
}
