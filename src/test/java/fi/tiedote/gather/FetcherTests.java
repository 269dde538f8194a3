package fi.tiedote.gather;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fi.tiedote.kit.FakeSource;
import fi.tiedote.kit.OddServer;
import fi.tiedote.kit.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class FetcherTests {
    private static final String TEXT = "<rss>Hyvää päivää</rss>";
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final GatherSettings LIMITS = new GatherSettings(
            DataSize.ofKilobytes(64),
            DataSize.ofMegabytes(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofMillis(300),
            Duration.ofDays(30),
            Duration.ofMinutes(2),
            Duration.ZERO,
            GatherSettings.WebSub.OFF);

    private final WebLine line = new WebLine(Newsroom.CITY, LIMITS, Clock.systemUTC());
    private final Fetcher fetcher = fetcher(line);

    @AfterEach
    void close() throws IOException {
        line.destroy();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:8081/",
                "http://localhost:8081/",
                "http://2130706433:8081/",
                "http://0:8081/",
                "http://0.0.0.0:8081/",
                "http://169.254.169.254/latest/meta-data/",
                "http://100.64.0.1/",
                "http://[::1]:8081/",
                "http://[::]:8081/",
                "http://[::ffff:127.0.0.1]:8081/",
                "http://[::ffff:7f00:1]:8081/",
                "http://[::127.0.0.1]:8081/",
                "http://[64:ff9b::7f00:1]:8081/",
                "http://[64:ff9b:1::a00:1]:8081/",
                "http://[2002:7f00:1::]:8081/",
                "http://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/",
                "http://[2606:4700::200:5efe:7f00:1]/",
                "http://[fe80::1]/",
                "http://[fd00::1]/",
                "http://[ff02::1]/"
            })
    void noConnectionIsMadeToTheOwnNetwork(String url) {
        assertThat(refusal(URI.create(url), false)).contains("not on the public internet", "intranet: true");
    }

    /** Whether a machine knows such spellings depends on its resolver; where it does, it is the same address. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost.",
                "127.1",
                "0x7f000001",
                "0x7f.0.0.1",
                "017700000001",
                "0177.0.0.1",
                "%31%32%37.0.0.1"
            })
    void noOtherSpellingIsAWayIn(String host) {
        try (var server = OddServer.saying(ok(TEXT))) {
            try {
                assertThat(refusal(
                                URI.create("http://" + host + ":" + server.url().getPort() + "/"), false))
                        .isNotEmpty();
            } catch (IllegalArgumentException noAddress) {
                assertThat(host).contains("%");
            }
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void whatANameMeantWhenItWasCheckedIsWhereItConnects() throws IOException {
        var asked = new AtomicInteger();
        var rebinding = names(host -> asked.getAndIncrement() % 2 == 0 ? "127.0.0.1" : "192.0.2.1");
        try (var server = OddServer.saying(ok(TEXT))) {
            var misled = new WebLine(Newsroom.CITY, LIMITS, Clock.systemUTC(), rebinding);
            assertThat(((Answer.Refused) fetcher(misled)
                                    .fetch(at("rebinding.example.org", server), Outcome.Validators.NONE, false))
                            .reason())
                    .contains("not on the public internet");
            assertThat(server.connections()).isZero();
            misled.destroy();
        }
    }

    @Test
    void oneAddressInsideMakesANameOneOfTheInside() throws IOException {
        var mixed = new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                return new InetAddress[] {InetAddress.getByName("93.184.216.34"), InetAddress.getByName("10.0.0.1")};
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
        var careful = new WebLine(Newsroom.CITY, LIMITS, Clock.systemUTC(), mixed);
        assertThat(((Answer.Refused) fetcher(careful)
                                .fetch(URI.create("http://mixed.example.org/"), Outcome.Validators.NONE, false))
                        .reason())
                .contains("not on the public internet");
        careful.destroy();
    }

    @Test
    void aSourceOfTheOwnNetworkOpensItsOwnHostOnly() {
        try (var other = OddServer.saying(ok(TEXT));
                var server = new FakeSource()) {
            server.answers(
                    302,
                    "",
                    Map.of("Location", "http://localhost:" + other.url().getPort() + "/"));
            assertThat(refusal(server.url(), true)).contains("localhost is not on the public internet");

            server.answers(
                    302,
                    "",
                    Map.of("Location", "http://127.0.0.1:" + other.url().getPort() + "/"));
            assertThat(text(server.url())).isEqualTo(TEXT);
        }
    }

    @Test
    void proxiesOfTheEnvironmentAreNotAsked() {
        var before = System.getProperty("http.proxyHost");
        System.setProperty("http.proxyHost", "192.0.2.1");
        try (var server = OddServer.saying(ok(TEXT))) {
            assertThat(text(server.url())).isEqualTo(TEXT);
        } finally {
            if (before == null) {
                System.clearProperty("http.proxyHost");
            } else {
                System.setProperty("http.proxyHost", before);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://example.org/feed",
                "file:///etc/hostname",
                "http://user:secret@example.org/feed",
                "http://example.org:22/",
                "http://example.org:25/",
                "http://example.org:6667/"
            })
    void suchAddressesAreNotAskedAndNoPasswordIsTold(String url) {
        try (var server = new FakeSource()) {
            server.answers(302, "", Map.of("Location", url));

            assertThat(refusal(server.url(), true)).isNotEmpty().doesNotContain("secret", "not on the public");
        }
    }

    static Stream<Arguments> brokenAnswers() {
        return Stream.of(
                Arguments.of("SSH-2.0-OpenSSH_9.2\r\n"),
                Arguments.of("<rss><channel></channel></rss>\n"),
                Arguments.of("HTTP/1.1 abc OK\r\n\r\n"),
                Arguments.of("HTTP/9.1 200 OK\r\nContent-Length: 2\r\n\r\nhi"),
                Arguments.of(""),
                Arguments.of("HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n<rss>"),
                Arguments.of("HTTP/1.1 200 OK\r\nContent-Length: -5\r\nTransfer-Encoding: \u0001\r\n\r\n<rss>"),
                Arguments.of("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n"),
                Arguments.of("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhel"),
                Arguments.of("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7fffffffffffffff\r\nhel"),
                Arguments.of("HTTP/1.1 200 OK\r\nno colon in this one\r\n\r\n" + "x"),
                Arguments.of("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n\u001f\u008b\b\0\0\0\0\0\0\u00ff\u0001"),
                Arguments.of("HTTP/1.1 200 OK\r\nContent-Encoding: br\r\n\r\n\u001b\u0003"),
                Arguments.of("HTTP/1.1 206 Partial\r\nContent-Length: 2\r\n\r\nhi"),
                Arguments.of("HTTP/1.1 204 None\r\n\r\n"),
                Arguments.of("HTTP/1.1 304 Not Modified\r\n\r\n"),
                Arguments.of("HTTP/1.1 302 Found\r\n\r\n"),
                Arguments.of("HTTP/1.1 302 Found\r\nLocation: http://[::1/\r\n\r\n"),
                Arguments.of("HTTP/1.1 300 Choices\r\n\r\n"),
                Arguments.of("HTTP/1.1 418 Teapot\r\n\r\n"),
                Arguments.of("HTTP/1.1 999 Denied\r\nContent-Length: 0\r\n\r\n"));
    }

    @ParameterizedTest
    @MethodSource("brokenAnswers")
    void whatIsNoAnswerIsARefusalWithAReason(String said) {
        try (var server = OddServer.saying(said)) {
            assertThat(refusal(server.url(), true)).isNotBlank();
        }
    }

    @Test
    void headersWithoutEndFillNoMemory() {
        var header = "X-Filler: " + "a".repeat(1000) + "\r\n";
        try (var many = forever("HTTP/1.1 200 OK\r\n", header);
                var one = forever("HTTP/1.1 200 OK\r\nX-Filler: ", "a".repeat(1000));
                var chunk = forever("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;", "a".repeat(1000))) {
            assertThat(refusal(many.url(), true)).contains("Maximum header count");
            assertThat(refusal(one.url(), true)).contains("Maximum line length");
            assertThat(refusal(chunk.url(), true)).contains("Maximum line length");
        }
    }

    @Test
    void anAnswerWithoutEndIsLeftAtOnce() {
        try (var body = forever("HTTP/1.1 200 OK\r\n\r\n", "a".repeat(10_000));
                var error = forever("HTTP/1.1 404 None\r\n\r\n", "a".repeat(10_000));
                var honest = OddServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 1073741824\r\n\r\n<rss>")) {
            assertThat(refusal(body.url(), true)).contains("larger than 1 MB");
            assertThat(refusal(error.url(), true)).contains("404");
            assertThat(refusal(honest.url(), true)).contains("larger than 1 MB");
        }
    }

    @Test
    void whateverDripsIsLeftAtTheDeadline() {
        for (var start : new String[] {
            "",
            "HTTP/1.1 200 OK\r\n",
            "HTTP/1.1 200 OK\r\n\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
        }) {
            try (var server = new OddServer(out -> drip(out, start))) {
                assertThat(refusal(server.url(), true)).as(start).contains("longer than 2 s");
            }
        }
    }

    @Test
    void interimAnswersWithoutEndAreLeftAtTheDeadline() {
        try (var server = forever("", "HTTP/1.1 103 Early Hints\r\n\r\n")) {
            assertThat(refusal(server.url(), true)).isNotBlank();
        }
    }

    static Stream<Arguments> packed() throws IOException {
        return Stream.of(
                Arguments.of("gzip", gzip(TEXT.getBytes(UTF_8))),
                Arguments.of("x-gzip", gzip(TEXT.getBytes(UTF_8))),
                Arguments.of("GZIP", gzip(TEXT.getBytes(UTF_8))),
                Arguments.of("", gzip(TEXT.getBytes(UTF_8))),
                Arguments.of("gzip", TEXT.getBytes(UTF_8)),
                Arguments.of("gzip, gzip", gzip(gzip(TEXT.getBytes(UTF_8)))),
                Arguments.of("deflate", deflate(false)),
                Arguments.of("deflate", deflate(true)),
                Arguments.of("deflate", gzip(TEXT.getBytes(UTF_8))),
                Arguments.of("utf-8", TEXT.getBytes(UTF_8)),
                Arguments.of("identity", TEXT.getBytes(UTF_8)));
    }

    @ParameterizedTest
    @MethodSource("packed")
    void compressionIsWhatTheBytesAre(String label, byte[] bytes) {
        try (var server = new OddServer(out -> send(out, label, bytes))) {
            assertThat(text(server.url())).isEqualTo(TEXT);
        }
    }

    @Test
    void aGigabyteInAMegabyteIsNotUnpacked() throws IOException {
        var bomb = bomb();
        assertThat(bomb.length).isLessThan(1 << 20);
        try (var once = new OddServer(out -> send(out, "gzip", bomb));
                var twice = new OddServer(out -> send(out, "gzip", gzip(bomb)));
                var often = new OddServer(out -> send(out, "gzip", gzip(gzip(gzip(gzip(bomb))))))) {
            assertThat(refusal(once.url(), true)).contains("larger than 1 MB");
            assertThat(refusal(twice.url(), true)).contains("larger than 1 MB");
            assertThat(refusal(often.url(), true)).contains("compressed more than 3 times");
        }
    }

    @Test
    void robotsAreObeyed() {
        try (var server = new FakeSource()) {
            server.shows("/robots.txt", "text/plain", "User-agent: *\nDisallow: /feed\nAllow: /feed/open\n");
            server.shows("/feed/open", "text/plain", "Hei");

            assertThat(refusal(server.url(), true))
                    .contains("robots.txt of 127.0.0.1 forbids /feed.xml", "robots: false");
            assertThat(text(server.url().resolve("/feed/open"))).isEqualTo("Hei");
            assertThat(server.asked()).containsExactly("/robots.txt", "/feed/open");
        }
    }

    @Test
    void robotsThatNameUsComeBeforeThoseForAll() {
        try (var server = new FakeSource()) {
            server.shows("/robots.txt", "text/plain", "User-agent: *\nDisallow: /\n\nUser-agent: Tiedote\nDisallow:\n");
            server.answers("Hei");

            assertThat(text(server.url())).isEqualTo("Hei");
        }
    }

    @Test
    void robotsThatCannotBeReadForbidAndThoseThatAreNotThereAllow() {
        for (var status : new int[] {401, 403, 404, 410, 500, 503, 429}) {
            try (var server = new FakeSource()) {
                server.shows("/robots.txt", exchange -> {
                    exchange.getResponseHeaders().add("Retry-After", "3600");
                    exchange.sendResponseHeaders(status, -1);
                });
                server.answers("Hei");
                var answer = fetcher.fetch(server.url(), Outcome.Validators.NONE, true);
                if (status < 500 && status != 429) {
                    assertThat(answer).isInstanceOf(Answer.Fetched.class);
                } else {
                    assertThat(answer)
                            .isInstanceOfSatisfying(Answer.Refused.class, refused -> assertThat(refused.notBefore())
                                    .isEqualTo(Duration.ofHours(1)));
                    assertThat(server.asked()).containsExactly("/robots.txt");
                }
            }
        }
    }

    @Test
    void robotsAreLookedForWhereTheyHaveMovedAndReadUpToALimit() {
        try (var server = new FakeSource()) {
            server.shows("/robots.txt", exchange -> {
                exchange.getResponseHeaders().add("Location", "/moved.txt");
                exchange.sendResponseHeaders(301, -1);
            });
            var filler = "# " + "a".repeat(1000) + "\n";
            server.shows(
                    "/moved.txt",
                    "text/plain",
                    "User-agent: *\nDisallow: /feed.xml\n" + filler.repeat(2000) + "Disallow: /\n");
            server.answers("Hei");

            assertThat(refusal(server.url(), true)).contains("forbids");
            assertThat(text(server.url().resolve("/other"))).isEqualTo("Hei");
        }
    }

    private String text(URI url) {
        var answer = fetcher.fetch(url, Outcome.Validators.NONE, true);
        return answer instanceof Answer.Fetched fetched ? new String(fetched.body(), UTF_8) : answer.toString();
    }

    private String refusal(URI url, boolean intranet) {
        var answer = fetcher.fetch(url, Outcome.Validators.NONE, intranet);
        return answer instanceof Answer.Refused refused ? refused.reason() : "";
    }

    private static Fetcher fetcher(WebLine line) {
        return new Fetcher(
                line, new Turnstile(new Hosts(DATABASE.jdbc()), LIMITS), new Robots(line, Clock.systemUTC()), LIMITS);
    }

    private static String ok(String text) {
        return "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"
                + new String(text.getBytes(UTF_8), java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    private static URI at(String host, OddServer server) {
        return URI.create("http://" + host + ":" + server.url().getPort() + "/");
    }

    private static void send(OutputStream out, String label, byte[] bytes) throws IOException {
        out.write(("HTTP/1.1 200 OK\r\nContent-Encoding: " + label + "\r\n\r\n").getBytes(UTF_8));
        out.write(bytes);
    }

    private static OddServer forever(String start, String then) {
        return new OddServer(out -> {
            out.write(start.getBytes(UTF_8));
            while (!Thread.currentThread().isInterrupted()) {
                out.write(then.getBytes(UTF_8));
            }
        });
    }

    private static void drip(OutputStream out, String start) throws IOException {
        out.write(start.getBytes(UTF_8));
        for (var at = 0; at < 1000; at++) {
            out.write("1".getBytes(UTF_8));
            out.flush();
            LockSupport.parkNanos(50_000_000);
        }
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(packed)) {
            zip.write(bytes);
        }
        return packed.toByteArray();
    }

    private static byte[] bomb() throws IOException {
        var packed = new ByteArrayOutputStream();
        var zeros = new byte[1 << 20];
        Arrays.fill(zeros, (byte) ' ');
        try (var zip = new GZIPOutputStream(packed)) {
            for (var megabyte = 0; megabyte < 1000; megabyte++) {
                zip.write(zeros);
            }
        }
        return packed.toByteArray();
    }

    private static byte[] deflate(boolean bare) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var zip = new DeflaterOutputStream(packed, new Deflater(Deflater.DEFAULT_COMPRESSION, bare))) {
            zip.write(TEXT.getBytes(UTF_8));
        }
        return packed.toByteArray();
    }

    private interface Name {
        String of(String host);
    }

    private static DnsResolver names(Name name) {
        return new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                return SystemDefaultDnsResolver.INSTANCE.resolve(name.of(host));
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
    }
}
