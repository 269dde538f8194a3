package fi.tiedote.bench;

import fi.tiedote.city.Language;
import fi.tiedote.release.Draft;
import fi.tiedote.release.DraftBuilder;
import fi.tiedote.release.NewsDesk;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How long after its commit, or after its embargo's end, a release is in the feeds of another node that had all of them
 * kept; each is asked for all the time, as readers do: for what has changed, if anything.
 */
record FreshnessBench(NewsDesk desk, URI other, Map<String, String> tags) {
    private static final int ROUNDS = 20;
    private static final Duration EMBARGO = Duration.ofMillis(1500);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static final List<String> FEEDS = List.of(
            "/feeds/releases.rss",
            "/feeds/releases.atom?lang=fi",
            "/feeds/releases.json?topic=culture",
            "/feeds/releases.ninjs.json?area=saaristo",
            "/feeds/releases.rss?lang=fi&topic=culture&q=tuoreus");

    void measure() throws IOException, InterruptedException {
        System.out.println("| ms until the last of " + FEEDS.size() + " feeds of another node has it | median | worst |");
        System.out.println("|---|---|---|");
        var committed = new ArrayList<Double>();
        var ended = new ArrayList<Double>();
        for (var round = 0; round < ROUNDS; round++) {
            committed.add(afterCommit("Tuoreus " + System.nanoTime()));
            ended.add(afterEmbargo("Tuoreus " + System.nanoTime()));
        }
        print("after its commit", committed);
        print("after its embargo", ended);
    }

    private double afterCommit(String title) throws IOException, InterruptedException {
        desk.keep(draft(title, null));
        var begin = System.nanoTime();
        awaitAll(title);
        return (System.nanoTime() - begin) / 1e6;
    }

    private double afterEmbargo(String title) throws IOException, InterruptedException {
        var moment = Instant.now().plus(EMBARGO);
        desk.keep(draft(title, moment));
        awaitAll(title);
        var late = Duration.between(moment, Instant.now());
        if (late.isNegative()) {
            throw new IllegalStateException("shown before its moment: " + title);
        }
        return late.toNanos() / 1e6;
    }

    private void awaitAll(String title) throws IOException, InterruptedException {
        var missing = new ArrayList<>(FEEDS);
        var giveUp = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!missing.isEmpty()) {
            for (var feed : List.copyOf(missing)) {
                if (changed(feed).contains(title)) {
                    missing.remove(feed);
                }
            }
            if (System.nanoTime() > giveUp) {
                throw new IllegalStateException("not in " + missing);
            }
            Thread.sleep(1);
        }
    }

    /** Empty where it is as it was. */
    private String changed(String feed) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(other.resolve(feed))
                .header("If-None-Match", tags.getOrDefault(feed, "\"\""))
                .build();
        var answer = CLIENT.send(request, BodyHandlers.ofString());
        answer.headers().firstValue("ETag").ifPresent(tag -> tags.put(feed, tag));
        return answer.body();
    }

    private static void print(String name, List<Double> times) {
        Collections.sort(times);
        System.out.printf("| %s | %.1f | %.1f |%n", name, times.get(times.size() / 2), times.get(times.size() - 1));
    }

    private static Draft draft(String title, @Nullable Instant embargo) {
        return new DraftBuilder("bench", title, Language.FI)
                .title(title)
                .body("<p>" + title + "</p>")
                .published(Instant.now())
                .embargoed(embargo)
                .topics(Set.of("culture"))
                .areas(Set.of("saaristo"))
                .announced(false)
                .build();
    }
}
