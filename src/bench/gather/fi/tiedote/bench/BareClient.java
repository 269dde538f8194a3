package fi.tiedote.bench;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/** Asks for the same documents with the same library, remembers their tags in memory, and does nothing else. */
class BareClient {
    private static final int THREADS = 4;

    private final int port;
    private final Map<URI, String> tags = new ConcurrentHashMap<>();
    private final CloseableHttpClient client = HttpClients.createSystem();

    BareClient(int port, int feeds) {
        this.port = port;
        IntStream.range(0, feeds).forEach(feed -> tags.put(FeedServer.url(port, feed), ""));
    }

    RoundBench.Round look(int documents) throws InterruptedException {
        var cpu = Cpu.own();
        var begin = System.nanoTime();
        var threads = Executors.newFixedThreadPool(THREADS);
        IntStream.range(0, documents).forEach(feed -> threads.execute(() -> fetch(FeedServer.url(port, feed))));
        threads.shutdown();
        if (!threads.awaitTermination(2, TimeUnit.MINUTES)) {
            throw new IllegalStateException("the bare client is stuck");
        }
        return new RoundBench.Round(
                documents / ((System.nanoTime() - begin) / 1e9), (Cpu.own() - cpu) / documents * 1e6);
    }

    private void fetch(URI url) {
        var request = new HttpGet(url);
        request.setHeader("If-None-Match", tags.get(url));
        try {
            tags.put(url, client.execute(request, answer -> {
                EntityUtils.consume(answer.getEntity());
                return answer.getHeader("ETag").getValue();
            }));
        } catch (Exception failed) {
            throw new IllegalStateException(url.toString(), failed);
        }
    }
}
