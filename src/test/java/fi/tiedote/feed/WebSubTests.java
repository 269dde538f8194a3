package fi.tiedote.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.tiedote.kit.Drafts;
import fi.tiedote.kit.TestDatabase;
import fi.tiedote.release.NewsDesk;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What websub.rocks asks of publishers and, by its numbers 100 to 104, of hubs; over HTTP, with all workers at work. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "tiedote.data=target/websub",
            "tiedote.sources=",
            "tiedote.base-url=https://tiedote.example.fi",
            "tiedote.hub.intranet=true"
        })
@DirtiesContext
class WebSubTests {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Subscriber SUBSCRIBER = new Subscriber();
    private static final String SITE = "https://tiedote.example.fi";

    private final NewsDesk desk;
    private final String here;

    WebSubTests(@Autowired NewsDesk desk, @LocalServerPort int port) {
        this.desk = desk;
        this.here = "http://127.0.0.1:" + port;
    }

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        registry.add("spring.datasource.url", DATABASE::url);
        registry.add("spring.datasource.username", DATABASE::username);
        registry.add("spring.datasource.password", DATABASE::password);
    }

    @AfterEach
    void forget() {
        DATABASE.jdbc().sql("DELETE FROM hub_subscription").update();
        SUBSCRIBER.asked.clear();
        SUBSCRIBER.pushed.clear();
    }

    @AfterAll
    static void close() {
        SUBSCRIBER.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"releases.rss", "releases.atom", "releases.json", "releases.ninjs.json?lang=sv"})
    void theHeaderNamesHubAndSelf(String file) throws Exception {
        var answer = get("/feeds/" + file);

        assertThat(answer.headers().allValues("Link"))
                .singleElement()
                .asString()
                .isEqualTo("<" + SITE + "/hub>; rel=\"hub\", <" + SITE + "/feeds/" + file + ">; rel=\"self\"");
    }

    @ParameterizedTest
    @CsvSource({"releases.rss, atom:link", "releases.atom, link"})
    void soDoesTheFeed(String file, String element) throws Exception {
        var feed = get("/feeds/" + file).body();

        assertThat(feed).containsOnlyOnce("rel=\"hub\"").containsOnlyOnce("rel=\"self\"");
        assertThat(feed)
                .containsPattern("<" + element + " rel=\"hub\" href=\"" + Pattern.quote(SITE + "/hub") + "\"")
                .containsPattern(
                        "<" + element + " rel=\"self\" href=\"" + Pattern.quote(SITE + "/feeds/" + file) + "\"");
    }

    @ParameterizedTest
    @CsvSource({"rss, application/rss+xml", "atom, application/atom+xml", "json, application/feed+json"})
    void aTypicalSubscriber(String format, String type) throws Exception {
        subscribe(format, "");
        var topic = publish(format);
        var pushed = SUBSCRIBER.pushed.get(0);

        assertThat(pushed.body()).isEqualTo(get(topic).body());
        assertThat(pushed.header("Content-type"))
                .startsWith(type)
                .isEqualTo(get(topic).headers().firstValue("Content-Type").orElseThrow());
        assertThat(pushed.header("Link"))
                .isEqualTo("<" + SITE + "/hub>; rel=\"hub\", <" + SITE + topic + ">; rel=\"self\"");
        assertThat(pushed.headers()).doesNotContainKey("X-hub-signature");
    }

    @Test
    void aSubscriberWithASecret() throws Exception {
        subscribe("rss", "&hub.secret=salaisuus");
        publish("rss");

        assertThat(SUBSCRIBER.pushed.get(0).isSignedWith("salaisuus")).isTrue();
    }

    @Test
    void aSubscriberWhoSendsMoreParameters() throws Exception {
        subscribe("rss", "&foo=bar&hub.verify=async&hub.unknown=1");
        publish("rss");

        assertThat(SUBSCRIBER.asked("foo") + SUBSCRIBER.asked("hub.unknown")).isEmpty();
    }

    @Test
    void aSubscriberWhoSubscribesAgain() throws Exception {
        subscribe("rss", "&hub.lease_seconds=7200");
        subscribe("rss", "&hub.lease_seconds=7200");
        publish("rss");
        publish("rss");

        assertThat(SUBSCRIBER.pushed).hasSize(2);
    }

    @Test
    void aSubscriberWhoUnsubscribes() throws Exception {
        subscribe("rss", "");
        assertThat(post(form("unsubscribe", "rss", "")).statusCode()).isEqualTo(202);
        await().until(() -> SUBSCRIBER.asked.size() == 2);
        await().until(() -> DATABASE.jdbc()
                        .sql("SELECT count(*) FROM hub_subscription WHERE callback = :callback")
                        .param("callback", SUBSCRIBER.callback())
                        .query(Long.class)
                        .single()
                == 0);

        assertThat(SUBSCRIBER.asked("hub.mode")).isEqualTo("unsubscribe");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    hub.mode=subscribe                                     | 404
                    nonsense                                               | 400
                    hub.mode=%zz                                           | 400
                    hub.mode=subscribe&hub.mode=%ff                        | 400
                    hub.mode=publish&hub.url=https://tiedote.example.fi/   | 400
                    """)
    void whatIsNoWish(String body, int status) throws Exception {
        assertThat(post(body).statusCode()).isEqualTo(status);
    }

    @Test
    void theHubTakesFormsOnly() throws Exception {
        var json = HttpRequest.newBuilder(URI.create(here + "/hub"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}"))
                .build();

        assertThat(CLIENT.send(json, BodyHandlers.ofString()).statusCode()).isEqualTo(415);
        assertThat(get("/hub").statusCode()).isEqualTo(405);
    }

    private void subscribe(String format, String more) throws Exception {
        var asked = SUBSCRIBER.asked.size();
        assertThat(post(form("subscribe", format, more)).statusCode()).isEqualTo(202);
        await().until(() -> SUBSCRIBER.asked.size() > asked);
        assertThat(SUBSCRIBER.asked("hub.mode")).isEqualTo("subscribe");
        await().until(() -> DATABASE.jdbc()
                        .sql("SELECT count(*) FROM hub_intent")
                        .query(Long.class)
                        .single()
                == 0);
    }

    /** Waits until the subscriber has it. */
    private String publish(String format) {
        var pushed = SUBSCRIBER.pushed.size();
        desk.keep(Drafts.plain(format + System.nanoTime()));
        await().until(() -> SUBSCRIBER.pushed.size() > pushed);
        return "/feeds/releases." + format + "?lang=fi";
    }

    private String form(String mode, String format, String more) {
        return "hub.mode=" + mode
                + "&hub.callback=" + URLEncoder.encode(SUBSCRIBER.callback(), UTF_8)
                + "&hub.topic=" + URLEncoder.encode(SITE + "/feeds/releases." + format + "?lang=fi", UTF_8)
                + more;
    }

    private HttpResponse<String> post(String form) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(here + "/hub"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return CLIENT.send(HttpRequest.newBuilder(URI.create(here + path)).build(), BodyHandlers.ofString());
    }
}
