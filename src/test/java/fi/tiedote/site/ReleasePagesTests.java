package fi.tiedote.site;

import static fi.tiedote.site.Esimerkkila.CITY;
import static org.assertj.core.api.Assertions.assertThat;

import fi.tiedote.city.Language;
import fi.tiedote.kit.Drafts;
import fi.tiedote.release.NewsDesk;
import java.time.Instant;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class ReleasePagesTests {
    private final NewsDesk desk = CITY.tiedote.bean(NewsDesk.class);

    @Test
    void aReleaseIsShownInItsLanguageInsideAPageInTheReaders() {
        var page = Jsoup.parse(CITY.get("/releases/" + CITY.swedish + "?ui=en").body());

        assertThat(page.select("html").attr("lang")).isEqualTo("en");
        assertThat(page.select("article.release").attr("lang")).isEqualTo("sv");
        assertThat(page.select("article .body h2").text()).isEqualTo("Aukioloajat");
        assertThat(page.select("nav [hreflang=fi]").eachAttr("href")).contains("/releases/" + CITY.finnish);
        assertThat(page.select("link[rel=canonical]").attr("href")).endsWith("/releases/" + CITY.swedish);
        assertThat(page.select("link[rel=alternate]").eachAttr("hreflang")).containsExactly("fi", "sv", "en");
        assertThat(page.select("meta[property=og:type]").attr("content")).isEqualTo("article");
        assertThat(page.select("a[href=mailto:aino@example.org], a[href=tel:0400000001]"))
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"fi, 20.11.2026 klo 10.00", "sv, 20.11.2026 kl. 10.00", "en, 20 November 2026 at 10:00"})
    void itsDateIsWrittenAsTheReaderDoes(String language, String date) {
        var page = Jsoup.parse(
                CITY.get("/releases/" + CITY.finnish + "?ui=" + language).body());

        assertThat(page.select("article time").text()).isEqualTo(date);
        assertThat(page.select("article time").attr("datetime")).isEqualTo("2026-11-20T10:00:00+02:00");
    }

    @Test
    void searchEnginesReadANewsArticle() {
        var id = CITY.publish("ld", Language.FI, "Otsikko </script><script>alert(1)</script> & muuta", "kulttuuri");
        var page = Jsoup.parse(CITY.get("/releases/" + id).body());
        var data = page.select("script[type=application/ld+json]").html();
        var article = JsonMapper.shared().readTree(data);

        assertThat(page.select("script")).hasSize(1);
        assertThat(article.get("@type").asString()).isEqualTo("NewsArticle");
        assertThat(article.get("headline").asString()).contains("</script>");
        assertThat(article.get("datePublished").asString()).isEqualTo("2026-11-20T10:00:00+02:00");
        assertThat(article.get("inLanguage").asString()).isEqualTo("fi");
    }

    @Test
    void aCorrectionIsTold() {
        var id = CITY.publish("corrected", Language.FI, "Ensin näin", "kulttuuri");
        assertThat(CITY.get("/releases/" + id).body()).doesNotContain("class=\"updated\"");

        CITY.publish("corrected", Language.FI, "Sitten näin", "kulttuuri");

        assertThat(CITY.get("/releases/" + id).body()).contains("class=\"updated\"", "Sitten näin");
    }

    @Test
    void whatWasWithdrawnIsGoneAndWhatIsEmbargoedIsNotThereYet() {
        var withdrawn = CITY.publish("withdrawn", Language.FI, "Vedetty pois", "kulttuuri");
        desk.withdraw(withdrawn);
        var embargoed = desk.keep(Drafts.embargoed(Drafts.plain("later"), Instant.parse("2999-01-01T00:00:00Z")))
                .id();

        assertThat(CITY.get("/releases/" + withdrawn).statusCode()).isEqualTo(410);
        assertThat(CITY.get("/releases/" + withdrawn).body()).doesNotContain("Vedetty pois");
        assertThat(CITY.get("/releases/" + embargoed).statusCode()).isEqualTo(404);
        assertThat(CITY.get("/releases/" + embargoed).body()).doesNotContain("Otsikko later");
    }
}
