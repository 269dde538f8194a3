package fi.tiedote.feed;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tiedote.city.Language;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The kiosk gives the answers of the filter, only sooner. */
class KioskTests {
    private static final PressOffice OFFICE = new PressOffice();
    private static final Editions EDITIONS = new Editions(OFFICE.printer, OFFICE.clock);

    private static FeedServer kiosk;
    private static FeedServer filter;

    @BeforeAll
    static void start() throws Exception {
        OFFICE.publish("a", Language.FI, "<p>Uimahalli avataan.</p>", "liikunta");
        kiosk = FeedServer.start(EDITIONS);
        filter = FeedServer.withoutKiosk(EDITIONS);
    }

    @AfterAll
    static void stop() {
        kiosk.close();
        filter.close();
        OFFICE.closeDatabase();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /feeds/releases.rss, Accept-Encoding, identity",
        "GET, /feeds/releases.atom?lang=fi, Accept-Encoding, gzip",
        "GET, /feeds/releases.json, Accept-Encoding, 'deflate, gzip;q=0.5, br'",
        "GET, /feeds/releases.json, Accept-Encoding, 'gzip;q=0'",
        "HEAD, /feeds/releases.rss, Accept-Encoding, gzip",
        "HEAD, /feeds/releases.ninjs.json, Accept, text/html",
        "GET, /feeds/releases.rss, If-None-Match, *",
        "GET, /feeds/releases.rss, If-None-Match, '\"no\", W/\"TAG\"'",
        "GET, /feeds/releases.rss, If-None-Match, '\"TAG-gzip\"'",
        "HEAD, /feeds/releases.rss, If-None-Match, '\"TAG\"'",
        "GET, /feeds/releases.rss, If-None-Match, '\"no\"'",
        "GET, /feeds/releases.rss, If-Modified-Since, 'Mon, 23 Nov 2026 09:00:00 GMT'",
        "GET, /feeds/releases.rss, If-Modified-Since, 'Mon, 23 Nov 2026 08:59:59 GMT'",
        "GET, /feeds/releases.rss, If-Modified-Since, yesterday",
        "GET, /feeds/releases.rss?topic=nothing, Accept, */*",
        "GET, /feeds/releases.rss?limit=50, Accept, */*",
        "POST, /feeds/releases.rss, Accept, */*",
        "DELETE, /feeds/releases.rss, Accept, */*"
    })
    void itAnswersAsTheFilterDoes(String method, String path, String header, String value) throws Exception {
        kiosk.get(path);
        var tag = kiosk.get("/feeds/releases.rss").headers().firstValue("etag").orElseThrow();
        var said = value.replace("TAG", tag.replace("\"", ""));

        var one = kiosk.ask(method, path, header, said);
        var other = filter.ask(method, path, header, said);

        assertThat(one.statusCode()).isEqualTo(other.statusCode());
        assertThat(headers(one)).isEqualTo(headers(other));
        assertThat(one.body()).isEqualTo(other.body());
    }

    private static Map<String, List<String>> headers(HttpResponse<?> answer) {
        var headers = new TreeMap<>(answer.headers().map());
        headers.remove("date");
        headers.computeIfPresent(
                "content-type", (name, types) -> List.of(types.get(0).replace(" ", "")));
        return headers;
    }
}
