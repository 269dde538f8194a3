package fi.tiedote.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** How long a reader waits for a feed or a page that nobody has asked for, with many releases stored. */
record SelectionBench(URI service) {
    private static final int SAMPLES = 9;
    private static final int MANY = 10_000;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** Each is asked for with other limits, so that none is kept already. */
    private static final List<String> FEEDS = List.of(
            "",
            "lang=fi",
            "lang=sv&lang=en",
            "topic=culture",
            "topic=youth",
            "topic=traffic",
            "topic=environment",
            "topic=water-and-energy",
            "topic=economy",
            "topic=housing",
            "topic=housing&topic=traffic",
            "lang=en&topic=traffic",
            "area=city-centre",
            "area=italaakso",
            "area=satama",
            "topic=water-and-energy&area=satama",
            "topic=culture&area=satama",
            "lang=sv&topic=culture&topic=education&area=italaakso",
            "source=vanha",
            "source=s7",
            "topic=youth&source=s7",
            "q=kaupunki",
            "q=kirjasto",
            "q=poikkeus",
            "q=lumikenk%C3%A4",
            "q=vappu",
            "q=joulu",
            "q=eioletta",
            "q=kaupunki+-kaupunki",
            "q=kirjasto+poikkeus",
            "q=sana3+or+sana40000",
            "topic=culture&q=vappu",
            "topic=youth&q=sana777",
            "lang=sv&q=joulu",
            "before=dsthbwkqo0_1",
            "topic=traffic&before=dsthbwkqo0_1",
            "q=poikkeus&before=dsthbwkqo0_1",
            "q=kaupunki&before=dsthbwkqo0_1");

    private static final List<String> PAGES = List.of(
            "/?lang=fi&q=kirjasto",
            "/?lang=fi&q=vappu",
            "/?lang=fi&q=joulu",
            "/?lang=fi&q=eioletta",
            "/?lang=fi&topic=traffic",
            "/archive",
            "/archive/2015/12",
            "/archive/2010/01?lang=en");

    void measure() throws IOException, InterruptedException {
        var extensions = List.of("rss", "atom", "json");
        for (var warming : FEEDS.subList(0, 6)) {
            for (var extension : extensions) {
                feed(extension, warming, 150);
            }
        }
        System.out.println("| asked for | median ms | worst ms | entries |\n|---|---|---|---|");
        for (var feed : FEEDS) {
            var entries = CLIENT.send(request("/feeds/releases.json?" + at(feed, 60)), BodyHandlers.ofString())
                    .body()
                    .split("\"content_html\"", -1);
            print("feed " + feed, times(feed), Integer.toString(entries.length - 1));
        }
        for (var page : PAGES) {
            var times = new double[SAMPLES];
            for (var sample = 0; sample < SAMPLES; sample++) {
                times[sample] = time(page);
            }
            print(page, times, "");
        }
        many();
    }

    /** So many different selections as nobody keeps, by as many readers at once as a server has threads for. */
    private void many() throws InterruptedException {
        var readers = Executors.newFixedThreadPool(16);
        var failed = new AtomicInteger();
        var begin = System.nanoTime();
        for (var number = 0; number < MANY; number++) {
            var path = "/feeds/releases.rss?q=sana" + number;
            readers.execute(() -> {
                try {
                    time(path);
                } catch (IOException | InterruptedException e) {
                    failed.incrementAndGet();
                }
            });
        }
        readers.shutdown();
        readers.awaitTermination(10, TimeUnit.MINUTES);
        System.gc();
        var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        System.out.printf(
                "%d selections in %.1f s, %d failed; heap then %d MB%n",
                MANY, (System.nanoTime() - begin) / 1e9, failed.get(), heap >> 20);
    }

    private double[] times(String feed) throws IOException, InterruptedException {
        var times = new double[SAMPLES];
        for (var sample = 0; sample < SAMPLES; sample++) {
            times[sample] = feed("rss", feed, 49 - sample);
        }
        return times;
    }

    private double feed(String extension, String query, int limit) throws IOException, InterruptedException {
        return time("/feeds/releases." + extension + "?" + at(query, limit));
    }

    /** In the canonical order of parameters, lest a redirect be measured. */
    private static String at(String query, int limit) {
        var before = query.indexOf("before=");
        var narrowed = before < 0 ? query : query.substring(0, before);
        var joint = narrowed.isEmpty() || narrowed.endsWith("&") ? narrowed : narrowed + "&";
        return joint + "limit=" + limit + (before < 0 ? "" : "&" + query.substring(before));
    }

    private double time(String path) throws IOException, InterruptedException {
        var begin = System.nanoTime();
        var answer = CLIENT.send(request(path), BodyHandlers.ofByteArray());
        var millis = (System.nanoTime() - begin) / 1e6;
        if (answer.statusCode() != 200) {
            throw new IOException(path + " answered " + answer.statusCode());
        }
        return millis;
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(service.resolve(path)).build();
    }

    private static void print(String name, double[] times, String entries) {
        var sorted = IntStream.range(0, times.length).mapToDouble(i -> times[i]).sorted().toArray();
        System.out.printf(
                "| `%s` | %.1f | %.1f | %s |%n", name, sorted[sorted.length / 2], sorted[sorted.length - 1], entries);
    }
}
