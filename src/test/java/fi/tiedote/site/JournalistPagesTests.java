package fi.tiedote.site;

import static fi.tiedote.site.Esimerkkila.CITY;
import static org.assertj.core.api.Assertions.assertThat;

import fi.tiedote.feed.Accreditation;
import fi.tiedote.kit.Drafts;
import fi.tiedote.release.NewsDesk;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What accredited journalists read before its moment, and nobody else. */
class JournalistPagesTests {
    private static final Instant UNTIL = Instant.parse("2999-01-01T08:00:00Z");

    private final Accreditation accreditation = CITY.tiedote.bean(Accreditation.class);
    private final Accreditation.Granted granted = accreditation.grant("Aino Esimerkki, Esimerkkilän Sanomat");
    private final String home = granted.address().getPath();
    private final long embargoed = CITY.tiedote
            .bean(NewsDesk.class)
            .keep(Drafts.embargoed(Drafts.plain("salainen"), UNTIL))
            .id();

    @Test
    void everyFormatStatesTheEmbargo() {
        var items = JsonMapper.shared()
                .readTree(CITY.get(home + "releases.json").body())
                .get("items");
        var json = items.valueStream()
                .filter(JournalistPagesTests::isOurs)
                .findFirst()
                .orElseThrow();
        var ninjs = JsonMapper.shared()
                .readTree(CITY.get(home + "releases.ninjs.json").body())
                .get("items")
                .valueStream()
                .filter(JournalistPagesTests::isOurs)
                .findFirst()
                .orElseThrow();
        var atom = Jsoup.parse(CITY.get(home + "releases.atom").body(), "", Parser.xmlParser());

        assertThat(json.get("title").asString()).isEqualTo("EMBARGO 1.1.2999 klo 10.00 asti: Otsikko salainen");
        assertThat(json.get("_tiedote").get("embargo_until").asString()).isEqualTo(UNTIL.toString());
        assertThat(json.get("content_html").asString()).startsWith("<p><strong>Embargo:");
        assertThat(ninjs.get("embargoed").asString()).isEqualTo(UNTIL.toString());
        assertThat(atom.select("entry > title").eachText()).anyMatch(title -> title.startsWith("EMBARGO"));
        assertThat(atom.select("link[rel=hub]")).isEmpty();
        assertThat(CITY.get(home + "releases.rss").body()).contains("EMBARGO", "Otsikko salainen");
        assertThat(items.get(items.size() - 1).get("title").asString()).doesNotContain("EMBARGO");
    }

    @Test
    void thePageOfAJournalistShowsItToo() {
        var answer = CITY.get(home + "?ui=en");
        var page = Jsoup.parse(answer.body());

        assertThat(page.select("article#release-" + embargoed).text())
                .contains("Otsikko salainen", "Not to be published before", "1 January 2999");
        assertThat(page.select("meta[name=robots]").attr("content")).contains("noindex");
        assertThat(page.select("a.button").eachAttr("href")).contains("releases.rss", "releases.ninjs.json");
        assertThat(answer.headers().firstValue("Cache-Control"))
                .get()
                .asString()
                .contains("no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"releases.rss", "releases.atom?lang=fi", "releases.json", "releases.ninjs.json"})
    void nobodyKeepsACopyAndNobodyListsIt(String feed) {
        var answer = CITY.get(home + feed);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Cache-Control")).isEqualTo("private, no-store");
        assertThat(header(answer, "X-Robots-Tag")).contains("noindex");
        assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(header(answer, "Access-Control-Allow-Origin")).isEmpty();
        assertThat(header(answer, "Link")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/?q=salainen",
                "/feeds/releases.rss",
                "/feeds/releases.atom",
                "/feeds/releases.json",
                "/feeds/releases.ninjs.json",
                "/feeds",
                "/sitemap.xml",
                "/sitemap-news.xml"
            })
    void thePublicSeesNothingOfIt(String path) {
        assertThat(CITY.get(path).body()).doesNotContain("Otsikko salainen", "/releases/" + embargoed + "<");
    }

    @Test
    void whatIsTakenBackIsGoneAndWhatIsGuessedIsNotThere() {
        accreditation.revoke(granted.id());

        assertThat(CITY.get(home).statusCode()).isEqualTo(410);
        assertThat(CITY.get(home + "releases.rss").statusCode()).isEqualTo(410);
        assertThat(CITY.get("/feeds/private/" + "a".repeat(43) + "/releases.rss")
                        .statusCode())
                .isEqualTo(404);
        assertThat(CITY.get("/feeds/private/").statusCode()).isEqualTo(404);
        assertThat(CITY.get("/feeds/private/x/releases.rss").statusCode()).isEqualTo(404);
    }

    @Test
    void onlyAHashOfTheTokenIsKept() {
        var token = home.replace("/feeds/private/", "").replace("/", "");

        assertThat(token).hasSize(43);
        assertThat(CITY.database
                        .jdbc()
                        .sql("SELECT count(*) FROM journalist WHERE journalist::text LIKE '%' || :token || '%'")
                        .param("token", token)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void whoAsksTooOftenWaits() {
        var refused = Stream.generate(() -> CITY.get(home + "releases.rss?limit=1"))
                .limit(1_000)
                .filter(answer -> answer.statusCode() != 200)
                .findFirst()
                .orElseThrow();

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(header(refused, "Retry-After")).matches("[1-9][0-9]?");
    }

    @Test
    void whatIsAskedWrongIsAnswered() {
        assertThat(CITY.get(home + "releases.rss?topic=tanssi").statusCode()).isEqualTo(404);
        assertThat(CITY.get(home + "nonsense").statusCode()).isEqualTo(404);
        assertThat(CITY.post(home + "releases.rss", "").statusCode()).isEqualTo(405);
        assertThat(CITY.get(home + "releases.rss?limit=50").statusCode()).isEqualTo(301);
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    /** Other tests of the same city have embargoes of their own. */
    private static boolean isOurs(JsonNode item) {
        return item.toString().contains("Otsikko salainen");
    }
}
