package fi.tiedote.site;

import static fi.tiedote.site.Esimerkkila.CITY;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no browser would send, byte for byte. */
class HostileInputTests {
    static Stream<String> requestLines() {
        return Stream.of(
                "GET /%00 HTTP/1.1",
                "GET /?q=%00 HTTP/1.1",
                "GET /?q=%zz HTTP/1.1",
                "GET /?q=%ff HTTP/1.1",
                "GET /?% HTTP/1.1",
                "GET /?ui=%ff HTTP/1.1",
                "GET /%zz HTTP/1.1",
                "GET /%ff HTTP/1.1",
                "GET /%c0%ae%c0%ae/ HTTP/1.1",
                "GET /..%2f..%2fetc/passwd HTTP/1.1",
                "GET /../../etc/passwd HTTP/1.1",
                "GET /a%2fb HTTP/1.1",
                "GET /a;b=c/d HTTP/1.1",
                "GET /a\\b HTTP/1.1",
                "GET //evil.example/ HTTP/1.1",
                "GET /confirm/%00 HTTP/1.1",
                "GET /u/%0d%0aX: HTTP/1.1",
                "GET /releases/-1 HTTP/1.1",
                "GET /releases/99999999999999999999 HTTP/1.1",
                "GET /preferences/" + "x".repeat(3000) + " HTTP/1.1",
                "GET /?q=" + "x".repeat(5000) + " HTTP/1.1",
                "GET /" + "x".repeat(9000) + " HTTP/1.1",
                "GET /?" + "topic=a&".repeat(800) + " HTTP/1.1",
                "DELETE /subscribe HTTP/1.1",
                "PUT / HTTP/1.1",
                "TRACE / HTTP/1.1",
                "FOO / HTTP/1.1",
                "POST / HTTP/1.1",
                "POST /releases/1 HTTP/1.1");
    }

    @ParameterizedTest
    @MethodSource("requestLines")
    void whatAClientSendsIsNeverOurFault(String line) throws IOException {
        var answer = send(line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(status(answer)).as(answer).isBetween(400, 499);
        assertThat(answer)
                .contains("<h1>", "lang=\"fi\"")
                .doesNotContainIgnoringCase("exception", "jetty", "\tat ", "whitelabel");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/feeds/nothing.json",
                "/feeds/releases/-1.json",
                "/feeds/releases/99999999999999999999.json",
                "/feeds/releases/999999.json",
                "/feeds/releases.json?topic=nonsense",
                "/feeds/releases.ninjs.json?lang=xx",
                "/feeds/releases.json?q=%ff",
                "/feeds/%ff.json",
                "/feeds/..%2Freleases.json"
            })
    void whoAsksForJsonIsAnsweredInJson(String path) throws IOException {
        var answer = send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(status(answer)).as(answer).isBetween(400, 499);
        assertThat(answer).contains("Content-Type: application/problem+json").contains("\"status\":" + status(answer));
    }

    static Stream<String> feedRequestLines() {
        return Stream.of(
                "GET /feeds/releases.rss?topic=nonsense HTTP/1.1 404",
                "GET /feeds/releases.json?source=nonsense HTTP/1.1 404",
                "GET /feeds/releases/99999999999999999999.rss HTTP/1.1 404",
                "GET /feeds/releases/999999.json HTTP/1.1 404",
                "GET /feeds/releases.rss?q=" + "x".repeat(300) + " HTTP/1.1 400",
                "GET /feeds/releases.rss?q=" + "x".repeat(5000) + " HTTP/1.1 400",
                "GET /feeds/releases.rss?q=%00 HTTP/1.1 400",
                "GET /feeds/releases.rss?q=%0B HTTP/1.1 400",
                "GET /feeds/releases.rss?q=%ed%a0%80 HTTP/1.1 400",
                "GET /feeds/releases.rss?q=%ff HTTP/1.1 400",
                "GET /feeds/releases.rss?q=% HTTP/1.1 400",
                "GET /feeds/releases.rss?% HTTP/1.1 400",
                "GET /feeds/releases.rss?q=%22%22%28%29%26%7C%21%3A%2A%27%5C HTTP/1.1 301",
                "GET /feeds/releases.rss?limit=0 HTTP/1.1 400",
                "GET /feeds/releases.rss?limit=-1 HTTP/1.1 400",
                "GET /feeds/releases.rss?limit=201 HTTP/1.1 400",
                "GET /feeds/releases.rss?limit=99999999999 HTTP/1.1 400",
                "GET /feeds/releases.rss?before=zzzzzzzzzzz_zzzzzzzzzzzz HTTP/1.1 200",
                "GET /feeds/releases.rss?before=-zzzzzzzzzzz_0 HTTP/1.1 200",
                "GET /feeds/releases.rss?before=1 HTTP/1.1 400",
                "GET /feeds/releases.rss?" + "topic=&".repeat(500) + " HTTP/1.1 301",
                "GET /feeds/releases.rss?" + "a=1&".repeat(10_000) + " HTTP/1.1 414",
                "GET /feeds/releases.rss;jsessionid=1 HTTP/1.1 400",
                "GET /feeds/releases.rss%00 HTTP/1.1 400",
                "GET /feeds/%2e%2e/actuator/env HTTP/1.1 400",
                "GET /feeds/../feeds/releases.rss HTTP/1.1 400",
                "GET /feeds//releases.rss HTTP/1.1 400",
                "GET /feeds/private/nonsense/releases.rss HTTP/1.1 404",
                "POST /feeds/releases.rss HTTP/1.1 405",
                "DELETE /feeds/releases.rss HTTP/1.1 405",
                "FOO /feeds/releases.rss HTTP/1.1 405",
                "GET /hub HTTP/1.1 405",
                "POST /hub HTTP/1.1 415");
    }

    @ParameterizedTest
    @MethodSource("feedRequestLines")
    void feedsAnswerInTheSameWay(String line) throws IOException {
        var expected = Integer.parseInt(line.substring(line.lastIndexOf(' ') + 1));
        var answer = send("%s\r\nHost: localhost\r\nAccept: image/png\r\nConnection: close\r\n\r\n"
                .formatted(line.substring(0, line.lastIndexOf(' '))));

        assertThat(status(answer)).as(answer).isEqualTo(expected);
        assertThat(answer).doesNotContainIgnoringCase("exception", "jetty", "\tat ", "whitelabel");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Accept: */",
                "Accept: nonsense",
                "Accept: image/png",
                "Accept: application/json",
                "Accept-Language: x-;q=y",
                "Accept-Language: *",
                "Cookie: ui=%zz; =; ;;",
                "Cookie: ui=\u0001",
                "Cookie: ui=\u0085",
                "Accept: \u0085",
                "Accept-Language: \u0085",
                "X-Forwarded-For: evil",
                "Range: bytes=0-1",
                "If-None-Match: \"x\"",
                "Content-Type: nonsense",
                "Content-Type: multipart/form-data"
            })
    void oddHeadersDoNoHarm(String header) throws IOException {
        var answer = send("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + header + "\r\n\r\n");

        assertThat(status(answer)).as(answer).isLessThan(500);
    }

    @Test
    void programsGetProblemDetails() {
        for (var path : new String[] {"/nonsense", "/?topic=nonsense", "/?q=%zz", "/releases/0", "/u/forged"}) {
            var raw = path.contains("%zz") ? "/?q=%ff" : path;
            var answer = CITY.get(raw, "Accept", "application/problem+json");

            assertThat(answer.statusCode()).isBetween(400, 404);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(answer.body()).contains("\"title\":", "\"status\":" + answer.statusCode(), "\"detail\":");
        }
    }

    @Test
    void whatWasTypedIsShownAsText() {
        var typed = "%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E%24%7B7*7%7D";

        assertThat(CITY.get("/?q=" + typed).body()).contains("${7*7}").doesNotContain("<script>alert");
        assertThat(CITY.get("/subscribe?q=" + typed).body()).doesNotContain("<script>alert");
        assertThat(CITY.postForm("/subscribe", "email=" + typed + "&q=" + typed).body())
                .contains("&lt;script&gt;")
                .doesNotContain("<script>alert");
    }

    private static String send(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), CITY.tiedote.port())) {
            socket.setSoTimeout(5000);
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }

    private static int status(String answer) {
        return Integer.parseInt(answer.split(" ", 3)[1]);
    }
}
