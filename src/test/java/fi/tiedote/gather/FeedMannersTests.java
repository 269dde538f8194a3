package fi.tiedote.gather;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import fi.tiedote.kit.FakeSource;
import fi.tiedote.kit.MovingClock;
import fi.tiedote.kit.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

/** How the server of a feed is asked, and how long it is waited for. */
class FeedMannersTests {
    private final TestDatabase database = TestDatabase.fresh();
    private final MovingClock clock = new MovingClock("2026-11-23T09:00:00Z");
    private final FakeSource server = new FakeSource();
    private Newsroom newsroom;

    @BeforeEach
    void open() {
        newsroom = new Newsroom(database, clock, Newsroom.feed("museum", server.url()));
    }

    @AfterEach
    void close() throws IOException {
        newsroom.close();
        server.close();
    }

    @Test
    void theNextFetchIsConditionalAndA304RefreshesTheValidators() {
        server.answers(
                        200,
                        Rss.rss(Rss.item("1", "Eka", "20 Nov 2026")),
                        Map.of("ETag", "\"a\"", "Last-Modified", "Mon"))
                .answers(304, "", Map.of("ETag", "\"b\""))
                .answers(304, "", Map.of());

        for (var look = 0; look < 3; look++) {
            assertThat(newsroom.gathering.gather("museum").failure()).isEmpty();
        }

        assertThat(server.requests())
                .extracting(asked -> asked.getFirst("If-None-Match"))
                .containsExactly(null, "\"a\"", "\"b\"");
        assertThat(server.requests())
                .extracting(asked -> asked.getFirst("If-Modified-Since"))
                .containsExactly(null, "Mon", "Mon");
        assertThat(server.requests().get(0).getFirst("User-Agent"))
                .contains("City of Esimerkkila", "tiedotteet@example.fi");
    }

    @ParameterizedTest
    @CsvSource({
        "ETag, If-None-Match, Last-Modified, If-Modified-Since",
        "Last-Modified, If-Modified-Since, ETag, If-None-Match"
    })
    void eachValidatorStandsForItself(String given, String asked, String other, String otherAsked) {
        server.answers(
                        200,
                        Rss.rss(Rss.item("1", "Eka", "20 Nov 2026")),
                        Map.of(given, "Fri, 20 Nov 2026 08:00:00 GMT"))
                .answers(304, "", Map.of(other, "Sat, 21 Nov 2026 08:00:00 GMT"))
                .answers(304, "", Map.of());
        newsroom.gathering.gather("museum");
        newsroom.gathering.gather("museum");
        newsroom.gathering.gather("museum");

        assertThat(server.requests().get(1).get(asked)).containsExactly("Fri, 20 Nov 2026 08:00:00 GMT");
        assertThat(server.requests().get(1)).doesNotContainKey(otherAsked);
        assertThat(server.requests().get(2).get(asked)).containsExactly("Fri, 20 Nov 2026 08:00:00 GMT");
        assertThat(server.requests().get(2).get(otherAsked)).containsExactly("Sat, 21 Nov 2026 08:00:00 GMT");
    }

    @Test
    void theServersWishToWaitIsFollowed() {
        server.answers(503, "", Map.of("Retry-After", "7200")).answers(Rss.rss(Rss.item("1", "Eka", "20 Nov 2026")));

        newsroom.turns.open();
        newsroom.gathering.gatherNextDue(() -> {});
        clock.advance(Duration.ofMinutes(115));
        newsroom.gathering.gatherNextDue(() -> {});
        assertThat(server.requests()).hasSize(1);

        clock.advance(Duration.ofMinutes(6));
        newsroom.gathering.gatherNextDue(() -> {});
        assertThat(newsroom.titles()).containsExactly("Eka");
    }

    @Test
    void aSlowSourceKeepsOnlyItsOwnHostWaiting() throws Exception {
        var slow = new CountDownLatch(1);
        server.answers(exchange -> answerAfter(slow, exchange))
                .answers(Rss.rss(Rss.item("2", "Saman palvelimen", "20 Nov 2026")));
        try (var other = new FakeSource();
                var both = new Newsroom(
                        database,
                        clock,
                        Newsroom.feed("aa-slow", server.url()),
                        Newsroom.feed("bb-same", server.url().resolve("/b")),
                        Newsroom.feed("cc-other", other.url()))) {
            other.answers(Rss.rss(Rss.item("3", "Nopea", "20 Nov 2026")));
            both.turns.open();
            both.crew.gatherDue();

            await(() -> both.titles().equals(List.of("Nopea")));
            assertThat(server.requests()).hasSize(1);
            slow.countDown();
            await(() -> both.titles().size() == 3);
        }
    }

    @Test
    void aDecompressedAnswerThatIsTooLargeIsNotRead() throws IOException {
        var limits = small(Duration.ofSeconds(20));
        server.answers(FeedMannersTests::bomb);
        try (var cautious = new Newsroom(database, clock, limits, Newsroom.feed("bomb", server.url()))) {
            assertThat(cautious.gathering.gather("bomb").failure()).contains("larger than 1 MB");
        }
    }

    @Test
    void aServerThatDripsIsLeftAtTheDeadline() throws IOException {
        server.answers(FeedMannersTests::drip);
        try (var hurried =
                new Newsroom(database, clock, small(Duration.ofSeconds(1)), Newsroom.feed("drip", server.url()))) {
            assertThat(hurried.gathering.gather("drip").failure()).contains("longer than 1 s");
        }
    }

    @Test
    void redirectsAreFollowedToAnEnd() {
        var round = Map.of("Location", "/round");
        IntStream.range(0, 6).forEach(any -> server.answers(302, "", round));
        assertThat(newsroom.gathering.gather("museum").failure()).contains("redirects more than 5 times");

        server.answers(301, "", Map.of("Location", "/new.xml")).answers(Rss.rss(Rss.item("1", "Eka", "20 Nov 2026")));
        assertThat(newsroom.gathering.gather("museum").created()).isEqualTo(1);

        server.answers(302, "", Map.of("Location", "file:///etc/hostname"));
        assertThat(newsroom.gathering.gather("museum").failure()).contains("neither http nor https");
    }

    private static void answerAfter(CountDownLatch latch, HttpExchange exchange) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        var body = Rss.rss(Rss.item("1", "Hidas", "20 Nov 2026")).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    private static void await(BooleanSupplier fulfilled) {
        var end = System.nanoTime() + Duration.ofSeconds(8).toNanos();
        while (!fulfilled.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(20_000_000);
        }
        assertThat(fulfilled.getAsBoolean()).isTrue();
    }

    private static void bomb(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Content-Encoding", "gzip");
        exchange.sendResponseHeaders(200, 0);
        try (var zip = new GZIPOutputStream(exchange.getResponseBody())) {
            var zeros = new byte[1 << 20];
            Arrays.fill(zeros, (byte) ' ');
            for (var megabyte = 0; megabyte < 200; megabyte++) {
                zip.write(zeros);
            }
        }
    }

    private static void drip(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        var end = System.nanoTime() + Duration.ofSeconds(4).toNanos();
        while (System.nanoTime() < end) {
            exchange.getResponseBody().write(' ');
            exchange.getResponseBody().flush();
            LockSupport.parkNanos(100_000_000);
        }
    }

    private static GatherSettings small(Duration deadline) {
        var usual = Newsroom.LIMITS;
        return new GatherSettings(
                usual.largestFile(),
                DataSize.ofMegabytes(1),
                deadline,
                usual.connectTimeout(),
                usual.readTimeout(),
                usual.settled(),
                usual.oldAfter(),
                usual.lease(),
                usual.distance(),
                usual.websub());
    }
}
