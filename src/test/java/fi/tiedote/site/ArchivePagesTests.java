package fi.tiedote.site;

import static fi.tiedote.site.Esimerkkila.CITY;
import static org.assertj.core.api.Assertions.assertThat;

import fi.tiedote.city.Language;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** Finding older releases, finding words in them, and handing them on. */
class ArchivePagesTests {
    @Test
    void theArchiveLeadsToEachMonth() {
        var archive = Jsoup.parse(CITY.get("/archive?ui=fi").body());
        var month = archive.select(".months a").attr("href");
        var page = Jsoup.parse(CITY.get(month + "&ui=fi").body());

        assertThat(archive.select("h2").eachText()).contains("2026");
        assertThat(archive.select(".months").text()).contains("marraskuu");
        assertThat(month).isEqualTo("/archive/2026/11?lang=fi");
        assertThat(page.select("h1").text()).isEqualTo("Tiedotteet: marraskuu 2026");
        assertThat(page.select("article").eachAttr("lang")).isNotEmpty().containsOnly("fi");
        assertThat(CITY.get("/archive/2026").statusCode()).isEqualTo(200);
    }

    @Test
    void wordsAreFoundInEveryFormAndMarked() {
        CITY.publish("haku", Language.FI, "Kirjastojen <b>aukiolo</b> & muuta", "kulttuuri");
        var page = Jsoup.parse(CITY.get("/?lang=fi&q=kirjasto").body());

        assertThat(page.select("article h2 mark").eachText()).contains("Kirjastojen");
        assertThat(page.select("article h2").text()).contains("<b>aukiolo</b> & muuta");
        assertThat(page.select("article h2 b")).isEmpty();
    }

    @Test
    void aReleaseIsHandedOnByMail() {
        var page = Jsoup.parse(CITY.get("/releases/" + CITY.swedish).body());
        var mail = page.select("a[href^=mailto:?]").attr("href");

        assertThat(mail).doesNotContain("+", " ").contains("&body=", "%0D%0A");
        assertThat(URLDecoder.decode(mail, StandardCharsets.UTF_8))
                .contains("Simhallen öppnar efter renoveringen", "/releases/" + CITY.swedish);
    }

    @Test
    void theAddressOfAFeedIsAlsoACodeForTelephones() {
        var page = Jsoup.parse(
                CITY.get("/feeds/address?topic=liikunta&format=atom").body());

        assertThat(page.select("svg.qr[role=img]").attr("aria-label")).contains("Atom");
        assertThat(page.select("svg.qr path").attr("d")).startsWith("M4 4h7v1h-7z");
        assertThat(page.select("button[data-copy]").attr("data-copy")).endsWith("/feeds/releases.atom?topic=liikunta");
        assertThat(page.select("button[data-copy]").hasAttr("hidden")).isTrue();
    }
}
