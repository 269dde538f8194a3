package fi.tiedote.gather;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import fi.tiedote.kit.FakeSource;
import fi.tiedote.kit.MovingClock;
import fi.tiedote.kit.TestDatabase;
import java.io.IOException;
import java.net.URLDecoder;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class PushTests {
    private static final String SELF = "https://museum.example.fi/feed";

    private final TestDatabase database = TestDatabase.fresh();
    private final MovingClock clock = new MovingClock("2026-11-23T09:00:00Z");
    private final FakeSource server = new FakeSource();
    private final List<Map<String, String>> wishes = new CopyOnWriteArrayList<>();
    private Newsroom newsroom;
    private MockMvc callback;

    @BeforeEach
    void open() {
        server.shows("/hub", this::hub);
        newsroom = new Newsroom(database, clock, Newsroom.feed("museum", server.url()));
        callback = MockMvcBuilders.standaloneSetup(newsroom.pushDesk).build();
    }

    @AfterEach
    void close() throws IOException {
        newsroom.close();
        server.close();
    }

    @Test
    void aFeedThatNamesAHubIsSubscribedTo() throws Exception {
        subscribe();

        assertThat(wishes).singleElement().satisfies(wish -> assertThat(wish)
                .containsEntry("hub.mode", "subscribe")
                .containsEntry("hub.topic", SELF)
                .containsEntry("hub.lease_seconds", "864000")
                .hasEntrySatisfying("hub.secret", secret -> assertThat(secret).hasSize(64))
                .hasEntrySatisfying("hub.callback", url -> assertThat(url)
                        .matches("https://tiedote\\.example\\.fi/websub/[0-9a-f]{48}")));
        assertThat(status(verification("subscribe", SELF))).isEqualTo(404);
    }

    @Test
    void onlyWhatWeHaveAskedForIsConfirmed() throws Exception {
        ask();

        assertThat(status(verification("subscribe", "https://museum.example.fi/other")))
                .isEqualTo(404);
        assertThat(status(verification("unsubscribe", SELF))).isEqualTo(404);
        assertThat(status(verification("publish", SELF))).isEqualTo(404);
        assertThat(callback.perform(MockMvcRequestBuilders.get("/websub/0123456789")
                                .param("hub.mode", "subscribe")
                                .param("hub.topic", SELF)
                                .param("hub.challenge", "x"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
        var answer =
                callback.perform(verification("subscribe", SELF)).andReturn().getResponse();
        assertThat(answer.getContentAsString()).isEqualTo("ch<a>llenge");
        assertThat(answer.getContentType()).startsWith("text/plain");
    }

    @ParameterizedTest
    @CsvSource({"sha1, HmacSHA1", "sha256, HmacSHA256", "sha384, HmacSHA384", "sha512, HmacSHA512", "SHA256, HmacSHA256"
    })
    void whatTheHubSignedIsTaken(String method, String algorithm) throws Exception {
        subscribe();

        assertThat(push(feed(item("2", "Uutinen"), ""), method, algorithm)).isEqualTo(202);

        await(() -> newsroom.titles().contains("Uutinen"));
        assertThat(newsroom.announced()).containsExactly("Uutinen");
    }

    @Test
    void whatIsNotSignedByTheHubChangesNothing() throws Exception {
        subscribe();
        var forged = feed(item("2", "Väärennös"), "");
        for (var signature : new String[] {"", "sha256=", "sha256=00", "md5=abcd", "sha256=" + "0".repeat(64)}) {
            assertThat(callback.perform(MockMvcRequestBuilders.post(path())
                                    .header("X-Hub-Signature", signature)
                                    .content(forged))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .isEqualTo(202);
        }
        push(feed(item("3", "Aito"), ""), "sha256", "HmacSHA256");
        await(() -> newsroom.titles().contains("Aito"));
        assertThat(newsroom.titles()).doesNotContain("Väärennös");
    }

    @Test
    void nobodyPushesToWhatIsNoSubscription() throws Exception {
        assertThat(callback.perform(MockMvcRequestBuilders.post("/websub/0123").content("<rss/>"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(410);
    }

    @Test
    void theLeaseIsRenewedBeforeItEndsAndTheCallbackStays() throws Exception {
        subscribe();
        clock.advance(Duration.ofDays(8));
        newsroom.round.go();
        assertThat(wishes).hasSize(1);

        clock.advance(Duration.ofDays(1).plusMinutes(1));
        newsroom.round.go();
        assertThat(wishes).hasSize(2);
        assertThat(wishes.get(1)).isEqualTo(wishes.get(0));
        assertThat(status(verification("subscribe", SELF))).isEqualTo(200);
    }

    @Test
    void pollingGoesOnMoreSeldomWhilePushWorksAndAsBeforeWhenItMissesSomething() throws Exception {
        subscribe();
        push(feed(item("2", "Uutinen"), ""), "sha256", "HmacSHA256");
        await(() -> newsroom.titles().contains("Uutinen"));
        await(() -> untilNext().compareTo(Duration.ofHours(4)) >= 0);

        server.answers(feed(item("3", "Ohitettu") + item("2", "Uutinen"), hub()));
        newsroom.gathering.gather("museum");
        assertThat(untilNext()).isLessThan(Duration.ofMinutes(12));
    }

    @Test
    void aFeedThatNamesItsHubNoLongerIsUnsubscribedFrom() throws Exception {
        subscribe();
        server.answers(feed(item("1", "Eka"), ""));
        newsroom.gathering.gather("museum");
        newsroom.round.go();

        assertThat(wishes).last().satisfies(wish -> assertThat(wish).containsEntry("hub.mode", "unsubscribe"));
        assertThat(status(verification("unsubscribe", SELF))).isEqualTo(200);
        assertThat(push(feed(item("2", "Liian myöhään"), ""), "sha256", "HmacSHA256"))
                .isEqualTo(410);
    }

    @Test
    void aSourceThatIsTakenOutIsUnsubscribedFrom() throws Exception {
        subscribe();
        try (var without = new Newsroom(database, clock)) {
            without.round.go();
            assertThat(wishes).last().satisfies(wish -> assertThat(wish).containsEntry("hub.mode", "unsubscribe"));
        }
    }

    @Test
    void theHubOfTheHeaderComesBeforeThatOfTheFeed() {
        server.answers(
                200,
                feed(item("1", "Eka"), "<atom:link rel=\"hub\" href=\"https://other.example.org/\"/>"),
                Map.of("Link", "<" + server.url().resolve("/hub") + ">; rel=\"hub\", <" + SELF + ">; rel=self"));
        newsroom.gathering.gather("museum");
        newsroom.round.go();

        assertThat(wishes).hasSize(1);
    }

    private void ask() {
        server.answers(feed(item("1", "Eka"), hub()));
        newsroom.gathering.gather("museum");
        newsroom.round.go();
    }

    private void subscribe() throws Exception {
        ask();
        assertThat(status(verification("subscribe", SELF))).isEqualTo(200);
    }

    private String hub() {
        return "<atom:link rel=\"hub\" href=\"" + server.url().resolve("/hub") + "\"/><atom:link rel=\"self\" href=\""
                + SELF + "\"/>";
    }

    private void hub(HttpExchange exchange) throws IOException {
        var form = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        wishes.add(Stream.of(form.split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], UTF_8))));
        exchange.sendResponseHeaders(202, -1);
    }

    private String path() {
        return wishes.get(0).getOrDefault("hub.callback", "").replace("https://tiedote.example.fi", "");
    }

    private RequestBuilder verification(String mode, String topic) {
        return MockMvcRequestBuilders.get(path())
                .param("hub.mode", mode)
                .param("hub.topic", topic)
                .param("hub.challenge", "ch<a>llenge")
                .param("hub.lease_seconds", "864000");
    }

    private int status(RequestBuilder request) throws Exception {
        return callback.perform(request).andReturn().getResponse().getStatus();
    }

    private int push(String content, String method, String algorithm) throws Exception {
        var mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec(wishes.get(0).getOrDefault("hub.secret", "").getBytes(UTF_8), algorithm));
        return status(MockMvcRequestBuilders.post(path())
                .contentType(MediaType.APPLICATION_XML)
                .header(
                        "X-Hub-Signature",
                        method + "=" + HexFormat.of().formatHex(mac.doFinal(content.getBytes(UTF_8))))
                .content(content.getBytes(UTF_8)));
    }

    private Duration untilNext() {
        return Duration.between(
                clock.instant(), newsroom.gathering.health().get(0).nextLook());
    }

    private static void await(BooleanSupplier fulfilled) {
        var end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!fulfilled.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(20_000_000);
        }
        assertThat(fulfilled.getAsBoolean()).isTrue();
    }

    private static String feed(String items, String links) {
        return "<rss version=\"2.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\"><channel><title>Museo</title>" + links
                + items + "</channel></rss>";
    }

    private static String item(String id, String title) {
        return "<item><guid>%s</guid><title>%s</title><pubDate>Mon, 23 Nov 2026 08:00:00 GMT</pubDate><description>Teksti.</description></item>"
                .formatted(id, title);
    }
}
