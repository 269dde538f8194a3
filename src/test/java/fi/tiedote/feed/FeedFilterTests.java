package fi.tiedote.feed;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tiedote.city.Language;
import fi.tiedote.release.Selection;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedFilterTests {
    private static final String RSS = "/feeds/releases.rss";

    private static final PressOffice OFFICE = new PressOffice();
    private static final Editions EDITIONS = new Editions(OFFICE.printer, OFFICE.clock);

    private static FeedServer server;

    @BeforeAll
    static void start() throws Exception {
        OFFICE.publish("a", Language.FI, "<p>Uimahalli avataan.</p>", "liikunta");
        server = FeedServer.start(EDITIONS);
    }

    @AfterAll
    static void stop() {
        server.close();
        OFFICE.closeDatabase();
    }

    @ParameterizedTest
    @CsvSource({
        "rss,application/rss+xml",
        "atom,application/atom+xml",
        "json,application/feed+json",
        "ninjs.json,application/json"
    })
    void aFeedComesWithWhatReadersAndCachesNeed(String extension, String type) throws Exception {
        var answer = server.get("/feeds/releases." + extension);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "content-type")).isEqualToIgnoringWhitespace(type + ";charset=utf-8");
        assertThat(header(answer, "cache-control")).isEqualTo("public, max-age=60, s-maxage=0");
        assertThat(header(answer, "vary")).isEqualTo("Accept-Encoding");
        assertThat(header(answer, "access-control-allow-origin")).isEqualTo("*");
        assertThat(header(answer, "x-content-type-options")).isEqualTo("nosniff");
        assertThat(header(answer, "last-modified")).isEqualTo("Mon, 23 Nov 2026 09:00:00 GMT");
        assertThat(header(answer, "etag")).matches("\"[0-9a-f]{32}\"");
        assertThat(answer.headers().map()).doesNotContainKeys("set-cookie", "content-encoding");
        assertThat(answer.body()).isEqualTo(EDITIONS.current(address(extension)).bytes(false));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    If-None-Match     | TAG                             | 304
                    If-None-Match     | W/TAG                           | 304
                    If-None-Match     | "other", GZIP                   | 304
                    If-None-Match     | *                               | 304
                    If-None-Match     | "other"                         | 200
                    If-None-Match     | TAG-without-quotes              | 200
                    If-Modified-Since | Mon, 23 Nov 2026 09:00:00 GMT   | 304
                    If-Modified-Since | Mon, 23 Nov 2026 09:00:01 GMT   | 304
                    If-Modified-Since | Mon, 23 Nov 2026 08:59:59 GMT   | 200
                    If-Modified-Since | Monday, 23-Nov-26 09:00:00 GMT  | 304
                    If-Modified-Since | Monday, 23-Nov-26 08:59:59 GMT  | 200
                    If-Modified-Since | Mon Nov 23 09:00:00 2026        | 304
                    If-Modified-Since | Mon Nov 23 08:59:59 2026        | 200
                    If-Modified-Since | yesterday                       | 200
                    If-Modified-Since | Mon, 99 Nov 2026 09:00:00 GMT   | 200
                    """)
    void whoHasTheBytesGetsNone(String condition, String value, int status) throws Exception {
        var edition = EDITIONS.current(address("rss"));
        var given = value.replace("TAG-without-quotes", edition.etag(false).replace("\"", ""))
                .replace("TAG", edition.etag(false))
                .replace("GZIP", edition.etag(true));
        var answer = server.get(RSS, condition, given);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(header(answer, "etag")).isEqualTo(edition.etag(false));
        assertThat(answer.body().length).isEqualTo(status == 304 ? 0 : edition.bytes(false).length);
    }

    @Test
    void aTagCountsMoreThanADate() throws Exception {
        var since = "Mon, 23 Nov 2026 09:00:00 GMT";

        assertThat(server.get(RSS, "If-None-Match", "\"other\"", "If-Modified-Since", since)
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    gzip                 | true
                    br, GZIP;q=0.5       | true
                    deflate, gzip; q=1.0 | true
                    gzip;q=0             | false
                    gzip;q=0.000, br     | false
                    identity             | false
                    """)
    void gzipIsForThoseWhoTakeIt(String accepted, boolean gzip) throws Exception {
        var answer = server.get(RSS, "Accept-Encoding", accepted);
        var edition = EDITIONS.current(address("rss"));

        assertThat(header(answer, "content-encoding")).isEqualTo(gzip ? "gzip" : "");
        assertThat(header(answer, "etag")).isEqualTo(edition.etag(gzip));
        assertThat(gzip ? gunzip(answer.body()) : answer.body()).isEqualTo(edition.bytes(false));
    }

    @Test
    void headTellsAllButTheBytes() throws Exception {
        var get = server.get(RSS);
        var head = server.ask("HEAD", RSS);

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        for (var name : new String[] {"etag", "content-length", "content-type", "last-modified"}) {
            assertThat(header(head, name)).as(name).isNotEmpty().isEqualTo(header(get, name));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS"})
    void aFeedCanBeReadOnly(String method) throws Exception {
        var answer = server.ask(method, RSS);

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(header(answer, "allow")).isEqualTo("GET, HEAD");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ?lang=fi%2Csv&utm_source=x | releases.rss?lang=fi&lang=sv
                    ?limit=50                  | releases.rss
                    """)
    void otherSpellingsLeadToTheOneAddress(String query, String location) throws Exception {
        var answer = server.get(RSS + query);

        assertThat(answer.statusCode()).isEqualTo(301);
        assertThat(header(answer, "location")).isEqualTo(location);
        assertThat(server.get(URI.create(RSS).resolve(location).toString()).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/feeds/releases.rss?topic=tanssi, 404, tanssi",
        "/feeds/releases.atom?limit=0, 400, limit",
        "/feeds/releases.rss?q=%00, 400, query"
    })
    void whatCannotBeAnsweredIsExplained(String address, int status, String named) throws Exception {
        var plain = server.get(address);
        assertThat(plain.statusCode()).isEqualTo(status);
        assertThat(header(plain, "content-type")).startsWith("text/plain");
        assertThat(text(plain)).contains(named);

        var problem = server.get(address, "Accept", "application/problem+json");
        assertThat(problem.statusCode()).isEqualTo(status);
        assertThat(header(problem, "content-type")).isEqualTo("application/problem+json");
        assertThat(text(problem)).contains("\"status\":" + status, named);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/feeds/", "/feeds/releases", "/feeds/releases.RSS", "/feeds/releases.rss/x"})
    void otherPathsAreForOthers(String path) throws Exception {
        var answer = server.get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(header(answer, "access-control-allow-origin")).isEmpty();
    }

    @Test
    void theDirectoryNamesTheFeedsOfEachTopicAndAreaInEachLanguage() throws Exception {
        var answer = server.get("/feeds/releases.opml");
        var feeds = Jsoup.parse(text(answer), "", Parser.xmlParser()).select("outline[type=rss]");

        assertThat(header(answer, "content-type")).isEqualTo("text/x-opml; charset=utf-8");
        assertThat(feeds).hasSize(3 * (1 + 3 + 2)).allSatisfy(feed -> {
            assertThat(feed.attr("text")).isNotBlank();
            var path = feed.attr("xmlUrl").replace("https://tiedote.example.fi", "");
            assertThat(server.get(path).statusCode()).as(path).isEqualTo(200);
        });
        assertThat(feeds.eachAttr("xmlUrl"))
                .doesNotHaveDuplicates()
                .contains("https://tiedote.example.fi/feeds/releases.rss?lang=sv&area=saaristo");
        assertThat(server.get("/feeds/releases.opml", "If-None-Match", header(answer, "etag"))
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void whileTheDatabaseIsAwayOldBytesAreBetterThanNone() throws Exception {
        var office = new PressOffice();
        var editions = new Editions(office.printer, office.clock);
        try (var forlorn = FeedServer.start(editions)) {
            var before = forlorn.get(RSS);
            office.closeDatabase();
            editions.outdate();

            assertThat(forlorn.get(RSS).body()).isEqualTo(before.body());
            assertThat(forlorn.get(RSS).statusCode()).isEqualTo(200);
            var never = forlorn.get("/feeds/releases.atom");
            assertThat(never.statusCode()).isEqualTo(503);
            assertThat(header(never, "retry-after")).isEqualTo("5");
            assertThat(text(never)).contains("try again");
        }
    }

    private static Address address(String extension) {
        var format = Format.of(extension).orElseThrow();
        return new Address(format, FeedQuery.of(Selection.EVERYTHING));
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static byte[] gunzip(byte[] bytes) throws IOException {
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return gzip.readAllBytes();
        }
    }
}
