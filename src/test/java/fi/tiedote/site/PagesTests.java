package fi.tiedote.site;

import static fi.tiedote.site.Esimerkkila.CITY;
import static org.assertj.core.api.Assertions.assertThat;

import fi.tiedote.city.Language;
import fi.tiedote.kit.Drafts;
import fi.tiedote.release.NewsDesk;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTests {
    @ParameterizedTest
    @CsvSource({
        "/, 200, no-cache",
        "/?topic=liikunta&area=keskusta&q=uimahalli, 200, no-cache",
        "/subscribe, 200, no-cache",
        "/subscribe/sent, 200, no-cache",
        "/releases/1, 200, no-cache",
        "/releases/1/a-readable-slug, 200, no-cache",
        "/feeds, 200, no-cache",
        "/feeds/address?lang=sv&topic=liikunta&format=, 200, no-cache",
        "/archive, 200, no-cache",
        "/archive/1999, 404, no-cache",
        "/archive/2026/13, 404, no-cache",
        "/archive/2026/11?before=x, 400, no-cache",
        "/archive/0000/01, 404, no-cache",
        "/accessibility, 200, no-cache",
        "/privacy, 200, no-cache",
        "/?topic=nonsense, 404, no-cache",
        "/feeds/address?area=nonsense, 404, no-cache",
        "/?before=nonsense, 400, no-cache",
        "/releases/999999, 404, no-cache",
        "/releases/nonsense, 404, no-cache",
        "/nonsense, 404, no-cache",
        "/confirm/0123456789abcdef0123456789abcdef, 410, no-store",
        "/confirm/x, 410, no-store",
        "/u/forged, 404, no-store",
        "/preferences/forged, 404, no-store"
    })
    void everyPageIsWhole(String path, int status, String caching) {
        for (var language : Language.values()) {
            var answer = CITY.get(path, "Accept-Language", language.code());
            var page = Jsoup.parse(answer.body());

            assertThat(answer.statusCode()).as(path).isEqualTo(status);
            assertThat(answer.headers().firstValue("Cache-Control"))
                    .get()
                    .asString()
                    .contains(caching);
            assertThat(answer.headers().allValues("Vary"))
                    .anySatisfy(vary -> assertThat(vary).contains("Accept-Language", "Cookie"));
            assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
            assertThat(page.select("html").attr("lang")).isEqualTo(language.code());
            assertThat(page.select("h1")).hasSize(1);
            assertThat(page.title()).isNotBlank().contains("–");
            assertThat(page.select("main")).hasSize(1);
            assertThat(page.select(
                            "style, script:not([type=application/ld+json]):not([src^=/copy.js]), [style], [onclick]"))
                    .isEmpty();
            assertThat(page.select("input:not([aria-label]), select, textarea").stream()
                            .filter(field -> field.closest("label") == null
                                    && page.select("label[for=" + field.id() + "]")
                                            .isEmpty()))
                    .isEmpty();
            assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        }
    }

    @Test
    void readingChangesNothing() {
        var before = state();

        for (var path :
                new String[] {"/", "/subscribe?email=a@example.org", "/subscribe/sent", "/releases/1", "/feeds"}) {
            for (var method : new String[] {"GET", "HEAD", "GET", "OPTIONS"}) {
                assertThat(CITY.ask(method, path, "").statusCode()).isEqualTo(200);
            }
        }

        assertThat(state()).isEqualTo(before);
    }

    @Test
    void theLanguageIsAskedForRememberedPreferredOrFinnish() {
        assertThat(language(CITY.get("/?ui=sv", "Cookie", "ui=en", "Accept-Language", "en")))
                .isEqualTo("sv");
        assertThat(language(CITY.get("/", "Cookie", "ui=en", "Accept-Language", "sv")))
                .isEqualTo("en");
        assertThat(language(CITY.get("/", "Cookie", "ui=xx", "Accept-Language", "de, sv;q=0.5, en;q=0.8")))
                .isEqualTo("en");
        assertThat(language(CITY.get("/", "Accept-Language", "sv-FI,sv;q=0.9"))).isEqualTo("sv");
        assertThat(language(CITY.get("/", "Accept-Language", ";;;q=x"))).isEqualTo("fi");
        assertThat(language(CITY.get("/?ui=xx"))).isEqualTo("fi");
    }

    @Test
    void aChosenLanguageIsRememberedForAYear() {
        assertThat(CITY.get("/feeds?ui=sv").headers().firstValue("Set-Cookie"))
                .get()
                .asString()
                .contains("ui=sv", "Max-Age=31536000", "HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Secure");
    }

    @Test
    void theSwitchOfLanguagesStaysOnThePage() {
        var page = Jsoup.parse(CITY.get("/?topic=liikunta&ui=en").body());

        assertThat(page.select(".tongues a").eachAttr("href"))
                .containsExactly("/?topic=liikunta&ui=fi", "/?topic=liikunta&ui=sv", "/?topic=liikunta&ui=en");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theFrontPageShowsReleasesInItsLanguage(Language language) {
        var page = Jsoup.parse(CITY.get("/?ui=" + language.code()).body());

        assertThat(page.select("main article").eachAttr("lang")).isNotEmpty().containsOnly(language.code());
        assertThat(page.select("link[rel=alternate]").eachAttr("type"))
                .containsExactly("application/rss+xml", "application/atom+xml", "application/feed+json");
        assertThat(page.select("link[rel=alternate]").eachAttr("href"))
                .allSatisfy(href -> assertThat(CITY.get(href).statusCode()).isEqualTo(200));
    }

    @Test
    void olderReleasesFollowOnOtherPages() {
        for (var i = 0; i < 25; i++) {
            CITY.publish("paging" + i, Language.EN, "Paging " + i, "kulttuuri");
        }

        var first = Jsoup.parse(CITY.get("/?lang=en&topic=kulttuuri").body());
        var second =
                Jsoup.parse(CITY.get(first.select("a[rel=next]").attr("href")).body());

        assertThat(first.select("main article")).hasSize(20);
        assertThat(second.select("main article")).hasSize(5);
        assertThat(second.select("a[rel=next]")).isEmpty();
    }

    @Test
    void onThisMachineEveryPageSaysThatNoLetterLeaves() {
        assertThat(Stream.of("/", "/privacy", "/nonsense")
                        .map(path -> Jsoup.parse(CITY.get(path).body())
                                .select(".banner a[href=/mailbox]")
                                .size()))
                .containsOnly(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/style.css", "/copy.js", "/favicon.svg", "/robots.txt"})
    void filesAreTaggedAndKept(String path) {
        var first = CITY.get(path);
        var tag = first.headers().firstValue("ETag").orElseThrow();

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().firstValue("Cache-Control")).get().asString().contains("max-age=86400");
        assertThat(CITY.get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
    }

    @Test
    void theAddressOfAChosenFeedIsOfferedInEveryFormat() {
        var page = Jsoup.parse(
                CITY.get("/feeds/address?lang=fi&lang=sv&topic=liikunta").body());
        var one = Jsoup.parse(CITY.get("/feeds/address?lang=sv&format=atom").body());

        assertThat(page.select(".addresses a").eachAttr("href"))
                .containsExactly(
                        "/feeds/releases.rss?lang=fi&lang=sv&topic=liikunta",
                        "/feeds/releases.atom?lang=fi&lang=sv&topic=liikunta",
                        "/feeds/releases.json?lang=fi&lang=sv&topic=liikunta");
        assertThat(one.select(".addresses a").eachAttr("href")).containsExactly("/feeds/releases.atom?lang=sv");
    }

    @Test
    void aFeedCanBeChosenBySource() {
        CITY.tiedote.bean(NewsDesk.class).keep(Drafts.from("ruotsi", Drafts.plain("toinen")));
        var chosen = Jsoup.parse(CITY.get("/feeds?source=ruotsi").body());
        var found = Jsoup.parse(
                CITY.get("/feeds/address?lang=fi&source=ruotsi&format=rss").body());

        assertThat(chosen.select("input[name=source]").eachAttr("value")).contains("inbox", "ruotsi");
        assertThat(chosen.select("input[name=source][checked]").eachAttr("value"))
                .containsExactly("ruotsi");
        assertThat(found.select(".addresses a").eachAttr("href"))
                .containsExactly("/feeds/releases.rss?lang=fi&source=ruotsi");
        assertThat(found.select(".lines").text()).contains("ruotsi");
        assertThat(CITY.get("/feeds/address?source=nonsense").statusCode()).isEqualTo(404);
    }

    private static String language(HttpResponse<String> answer) {
        return Jsoup.parse(answer.body()).select("html").attr("lang");
    }

    static Map<String, Long> state() {
        return Map.of(
                "confirmation", CITY.count("confirmation WHERE confirmed_at IS NULL"),
                "confirmed", CITY.count("confirmation WHERE confirmed_at IS NOT NULL"),
                "subscriber", CITY.count("subscriber"),
                "subscription", CITY.count("subscription"),
                "selection", CITY.count("selection"),
                "letter", CITY.count("letter"));
    }
}
