package fi.tiedote.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Alternates between looks of the service at its sources and a bare client's at the same documents. */
record RoundBench(int sources, int changed, int rounds) {
    /** @param cpu microseconds of processor time a document, PostgreSQL's included */
    record Round(double rate, double cpu) {
        static Round median(List<Round> rounds) {
            return rounds.stream()
                    .sorted(Comparator.comparingDouble(Round::rate))
                    .skip(rounds.size() / 2)
                    .findFirst()
                    .orElseThrow();
        }
    }

    void run() throws Exception {
        var server = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "fi.tiedote.bench.FeedServer",
                        Integer.toString(sources))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var output = new BufferedReader(new InputStreamReader(server.getInputStream()))) {
            var port = Integer.parseInt(output.readLine());
            try (var newsroom = Newsroom.open(port, sources)) {
                measure(port, newsroom);
            }
        } finally {
            server.destroy();
        }
    }

    private void measure(int port, Newsroom newsroom) throws Exception {
        var client = new BareClient(port, sources);
        System.out.printf("first import of %d sources: %.0f documents/s%n", sources, newsroom.look(sources).rate());
        client.look(sources);
        newsroom.look(sources);
        var heapBefore = newsroom.heap();
        compare("unchanged", sources, newsroom, client, () -> {});
        System.out.printf("heap after a collection: %.1f MB before, %.1f MB after%n", heapBefore, newsroom.heap());
        compare("changed", changed, newsroom, client, () -> change(port));
        System.out.printf("heap after a collection: %.1f MB; %s%n", newsroom.heap(), newsroom.peak());
    }

    private interface Change {
        void happen() throws IOException, InterruptedException;
    }

    private void compare(String name, int documents, Newsroom newsroom, BareClient client, Change change)
            throws Exception {
        List<Round> ours = new ArrayList<>();
        List<Round> theirs = new ArrayList<>();
        for (var round = 0; round < rounds; round++) {
            change.happen();
            theirs.add(client.look(documents));
            ours.add(newsroom.look(documents));
        }
        var mine = Round.median(ours);
        var other = Round.median(theirs);
        System.out.printf(
                "%d %s: %.0f documents/s, %.0f µs of processor time each; bare client %.0f/s, %.0f µs; ratios %.2f, %.2f%n",
                documents,
                name,
                mine.rate(),
                mine.cpu(),
                other.rate(),
                other.cpu(),
                mine.rate() / other.rate(),
                mine.cpu() / other.cpu());
    }

    private void change(int port) throws IOException, InterruptedException {
        HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/change?" + changed))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
    }
}
