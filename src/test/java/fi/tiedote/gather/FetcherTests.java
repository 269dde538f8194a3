package fi.tiedote.gather;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fi.tiedote.kit.FakeSource;
import fi.tiedote.kit.OddServer;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that are none, or never end. */
class FetcherTests {
    private final Messenger messenger = new Messenger();

    @AfterEach
    void close() throws IOException {
        messenger.close();
    }

    @Test
    void proxiesOfTheEnvironmentAreNotAsked() {
        var before = System.getProperty("http.proxyHost");
        System.setProperty("http.proxyHost", "192.0.2.1");
        try (var server = OddServer.saying(Messenger.ok(Messenger.TEXT))) {
            assertThat(messenger.text(server.url())).isEqualTo(Messenger.TEXT);
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

            assertThat(messenger.refusal(server.url(), true))
                    .isNotEmpty()
                    .doesNotContain("secret", "not on the public");
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
            assertThat(messenger.refusal(server.url(), true)).isNotBlank();
        }
    }

    @Test
    void headersWithoutEndFillNoMemory() {
        var header = "X-Filler: " + "a".repeat(1000) + "\r\n";
        try (var many = forever("HTTP/1.1 200 OK\r\n", header);
                var one = forever("HTTP/1.1 200 OK\r\nX-Filler: ", "a".repeat(1000));
                var chunk = forever("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;", "a".repeat(1000))) {
            assertThat(messenger.refusal(many.url(), true)).contains("Maximum header count");
            assertThat(messenger.refusal(one.url(), true)).contains("Maximum line length");
            assertThat(messenger.refusal(chunk.url(), true)).contains("Maximum line length");
        }
    }

    @Test
    void anAnswerWithoutEndIsLeftAtOnce() {
        try (var body = forever("HTTP/1.1 200 OK\r\n\r\n", "a".repeat(10_000));
                var error = forever("HTTP/1.1 404 None\r\n\r\n", "a".repeat(10_000));
                var honest = OddServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 1073741824\r\n\r\n<rss>")) {
            assertThat(messenger.refusal(body.url(), true)).contains("larger than 1 MB");
            assertThat(messenger.refusal(error.url(), true)).contains("404");
            assertThat(messenger.refusal(honest.url(), true)).contains("larger than 1 MB");
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
                assertThat(messenger.refusal(server.url(), true)).as(start).contains("longer than 2 s");
            }
        }
    }

    @Test
    void interimAnswersWithoutEndAreLeftAtTheDeadline() {
        try (var server = forever("", "HTTP/1.1 103 Early Hints\r\n\r\n")) {
            assertThat(messenger.refusal(server.url(), true)).isNotBlank();
        }
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
}
