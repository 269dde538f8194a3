package fi.tiedote.gather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import fi.tiedote.kit.FakeSource;
import fi.tiedote.kit.MovingClock;
import fi.tiedote.kit.TestDatabase;
import fi.tiedote.release.Release;
import fi.tiedote.release.Selection;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

class FeedSourceTests {
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
    void entriesOfAtomThatNameEachOtherAsAlternatesAreOneRelease() {
        server.answers("""
                <feed xmlns="http://www.w3.org/2005/Atom"><title>Esimerkkilä</title><id>urn:x</id><updated>2026-11-20T10:00:00Z</updated>
                <entry xml:lang="fi"><title>Silta aukeaa</title><id>urn:x:1</id><updated>2026-11-20T10:00:00Z</updated>
                  <link rel="alternate" hreflang="fi" href="https://example.fi/fi/silta"/>
                  <link rel="alternate" hreflang="sv" href="https://example.fi/sv/bron"/><content>Silta on auki.</content></entry>
                <entry xml:lang="sv"><title>Bron öppnas</title><id>urn:x:2</id><updated>2026-11-20T10:00:00Z</updated>
                  <link rel="alternate" hreflang="sv" href="https://example.fi/sv/bron"/><content>Bron är öppen.</content></entry>
                <entry xml:lang="en"><title>Another matter</title><id>urn:x:3</id><updated>2026-11-20T10:00:00Z</updated>
                  <link href="https://example.fi/en/other"/><content>The library is closed.</content></entry></feed>
                """);

        newsroom.gathering.gather("museum");

        var contents = newsroom.releases.latest(Selection.EVERYTHING, 9).stream()
                .collect(Collectors.groupingBy(
                        Release::contentId, Collectors.mapping(Release::title, Collectors.toSet())));
        assertThat(contents.values())
                .containsExactlyInAnyOrder(Set.of("Silta aukeaa", "Bron öppnas"), Set.of("Another matter"));
    }

    @Test
    void theFirstImportAndOldContentThatResurfacesAreAnnouncedToNobody() {
        server.answers(rss(item("1", "Eka", "20 Nov 2026")));
        server.answers(rss(
                item("3", "Uusi", "23 Nov 2026"),
                item("2", "Ikivanha", "01 Jan 2020"),
                item("1", "Eka", "20 Nov 2026")));

        newsroom.gathering.gather("museum");
        assertThat(newsroom.gathering.gather("museum").created()).isEqualTo(2);

        assertThat(newsroom.titles()).containsExactly("Uusi", "Eka", "Ikivanha");
        assertThat(newsroom.announced()).containsExactly("Uusi");
    }

    @Test
    void aChangedTextUnderTheSameIdIsACorrection() {
        server.answers(rss(item("1", "Eka", "20 Nov 2026"))).answers(rss(item("1", "Toka", "20 Nov 2026")));

        newsroom.gathering.gather("museum");
        assertThat(newsroom.gathering.gather("museum").corrected()).isEqualTo(1);
        assertThat(newsroom.titles()).containsExactly("Toka");
    }

    @Test
    void theNextFetchIsConditionalAndA304RefreshesTheValidators() {
        server.answers(200, rss(item("1", "Eka", "20 Nov 2026")), Map.of("ETag", "\"a\"", "Last-Modified", "Mon"))
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
        server.answers(200, rss(item("1", "Eka", "20 Nov 2026")), Map.of(given, "Fri, 20 Nov 2026 08:00:00 GMT"))
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
    void whatIsTheSameToTheLetterIsKnownUnlessAnotherNodeHasLooked() {
        server.answers(rss(item("1", "Eka", "20 Nov 2026")))
                .answers(rss(item("1", "Korjattu", "20 Nov 2026")))
                .answers(rss(item("1", "Eka", "20 Nov 2026")))
                .answers(rss(item("1", "Eka", "20 Nov 2026")));
        newsroom.gathering.gather("museum");
        try (var other = new Newsroom(database, clock, Newsroom.feed("museum", server.url()))) {
            assertThat(other.gathering.gather("museum").corrected()).isEqualTo(1);
        }

        assertThat(newsroom.gathering.gather("museum").corrected()).isEqualTo(1);
        assertThat(newsroom.titles()).containsExactly("Eka");
        assertThat(newsroom.gathering.gather("museum").unchanged()).isEqualTo(1);
    }

    @Test
    void aDatabaseThatIsAwayIsNotTheSourcesFault() {
        server.answers(rss(""))
                .answers(rss(item("1", "Eka", "20 Nov 2026")))
                .answers(rss(item("1", "Eka", "20 Nov 2026")));
        newsroom.turns.open();
        newsroom.gathering.gatherNextDue(() -> {});
        database.jdbc().sql("""
                CREATE FUNCTION away() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN RAISE EXCEPTION 'away' USING ERRCODE = '57P01'; END $$
                """).update();
        database.jdbc()
                .sql("CREATE TRIGGER away BEFORE INSERT ON release EXECUTE FUNCTION away()")
                .update();
        clock.advance(Duration.ofMinutes(15));
        assertThatThrownBy(() -> newsroom.gathering.gatherNextDue(() -> {})).isInstanceOf(RuntimeException.class);
        assertThat(newsroom.gathering.health())
                .singleElement()
                .returns(SourceState.EMPTY, SourceHealth::state)
                .returns(0, SourceHealth::failures);

        database.jdbc().sql("DROP TRIGGER away ON release").update();
        assertThat(newsroom.gathering.gatherNextDue(() -> {})).isTrue();
        assertThat(newsroom.announced()).containsExactly("Eka");
    }

    @Test
    void tenThousandItemsAreAFeedLikeAnyOther() {
        server.answers(rss(items(10_000))).answers(rss(items(1_000)));
        var count = new AtomicInteger();

        newsroom.gathering.dryRun("museum", draft -> count.incrementAndGet());
        assertThat(count).hasValue(10_000);
        assertThat(newsroom.gathering.gather("museum").created()).isEqualTo(1_000);
    }

    @Test
    void theServersWishToWaitIsFollowed() {
        server.answers(503, "", Map.of("Retry-After", "7200")).answers(rss(item("1", "Eka", "20 Nov 2026")));

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
                .answers(rss(item("2", "Saman palvelimen", "20 Nov 2026")));
        try (var other = new FakeSource();
                var both = new Newsroom(
                        database,
                        clock,
                        Newsroom.feed("aa-slow", server.url()),
                        Newsroom.feed("bb-same", server.url().resolve("/b")),
                        Newsroom.feed("cc-other", other.url()))) {
            other.answers(rss(item("3", "Nopea", "20 Nov 2026")));
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
        server.answers(FeedSourceTests::bomb);
        try (var cautious = new Newsroom(database, clock, limits, Newsroom.feed("bomb", server.url()))) {
            assertThat(cautious.gathering.gather("bomb").failure()).contains("larger than 1 MB");
        }
    }

    @Test
    void aServerThatDripsIsLeftAtTheDeadline() throws IOException {
        server.answers(FeedSourceTests::drip);
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

        server.answers(301, "", Map.of("Location", "/new.xml")).answers(rss(item("1", "Eka", "20 Nov 2026")));
        assertThat(newsroom.gathering.gather("museum").created()).isEqualTo(1);

        server.answers(302, "", Map.of("Location", "file:///etc/hostname"));
        assertThat(newsroom.gathering.gather("museum").failure()).contains("neither http nor https");
    }

    @Test
    void aWebPageIsNoFeed() {
        server.answers("<!DOCTYPE html><html><title>404</title></html>");

        assertThat(newsroom.gathering.gather("museum").failure()).contains("web page");
    }

    @Test
    void linksTopicsAndDatesComeAlong() {
        server.answers(rss("<item><guid>1</guid><title>Eka</title><link>/a/1</link><category>museot</category>"
                + "<pubDate>Fri, 20 Nov 2026 10:00:00 +0200</pubDate>"
                + "<description>&lt;a href=\"../kuva\"&gt;ja&lt;/a&gt;</description></item>"));
        newsroom.gathering.gather("museum");

        var release = newsroom.releases.latest(Selection.EVERYTHING, 1).get(0);
        assertThat(release)
                .extracting(Release::url, Release::publishedAt, Release::topics)
                .containsExactly(
                        server.url().resolve("/a/1"), Instant.parse("2026-11-20T08:00:00Z"), List.of("culture"));
        assertThat(release.bodyHtml()).contains(server.url().resolve("/kuva").toString());
    }

    private static void answerAfter(CountDownLatch latch, HttpExchange exchange) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        var body = rss(item("1", "Hidas", "20 Nov 2026")).getBytes(StandardCharsets.UTF_8);
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

    private static String rss(String... items) {
        return "<rss version=\"2.0\"><channel><title>Museo</title><link>" + URI.create("https://example.org")
                + "</link><description>d</description>"
                + Arrays.stream(items).collect(Collectors.joining()) + "</channel></rss>";
    }

    private static String[] items(int count) {
        return IntStream.range(0, count)
                .mapToObj(at -> item("id" + at, "Otsikko " + at, "20 Nov 2026"))
                .toArray(String[]::new);
    }

    private static String item(String id, String title, String day) {
        return "<item><guid>%s</guid><title>%s</title><pubDate>%s 10:00:00 GMT</pubDate><description>Teksti.</description></item>"
                .formatted(id, title, day);
    }
}
