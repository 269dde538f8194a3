package fi.tiedote.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import fi.tiedote.city.Language;
import fi.tiedote.release.Contact;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlFormTests {
    private static final URI PAGE = URI.create("https://www.example.fi/tiedotteet/silta");
    private static final ZoneId HERE = ZoneId.of("Europe/Helsinki");
    private static final String PROSE =
            "<p>Esimerkkilän uusi silta avataan liikenteelle maanantaina, ja samalla päättyvät kiertotiet keskustassa.</p>"
                    + "<p>Silta on rakennettu kahdessa vuodessa, eikä sen kustannusarvio ylittynyt missään vaiheessa työtä.</p>"
                    + "<h2>Bussit ajavat taas suoraan</h2>"
                    + "<p>Linjat 3 ja 4 palaavat reiteilleen aamulla, mutta yövuorot vasta seuraavana viikonloppuna.</p>";

    @Test
    void anArticleIsReadByWhatItSaysForMachines() {
        var item = only("""
                <html lang="fi"><head><title>Silta aukeaa – Esimerkkilän kaupunki</title>
                <link rel="canonical" href="/tiedotteet/silta"><meta property="og:image" content="/kuvat/silta.jpg">
                <meta property="og:image:alt" content="Silta aamulla">
                <script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "x"},
                  {"@type": ["NewsArticle"], "headline": "Silta aukeaa", "datePublished": "2026-11-20T10:00:00+02:00",
                   "dateModified": "2026-11-21T08:00:00Z", "author": [{"@type": "Person", "name": "Maija Malli"}],
                   "articleSection": "Liikenne", "inLanguage": "fi-FI"}]}</script></head>
                <body><nav><a href="/">Etusivu</a></nav><h1>Silta aukeaa</h1>%s</body></html>""".formatted(PROSE));

        assertThat(item.title()).isEqualTo("Silta aukeaa");
        assertThat(item.publishedAt()).isEqualTo(Instant.parse("2026-11-20T08:00:00Z"));
        assertThat(item.updatedAt()).isEqualTo(Instant.parse("2026-11-21T08:00:00Z"));
        assertThat(item.author()).isEqualTo("Maija Malli");
        assertThat(item.categories()).containsExactly("Liikenne");
        assertThat(item.language()).isEqualTo(Language.FI);
        assertThat(item.url()).isEqualTo(PAGE);
        assertThat(item.attachments())
                .extracting(file -> file.url().toString(), file -> file.alt())
                .containsExactly(tuple("https://www.example.fi/kuvat/silta.jpg", "Silta aamulla"));
        assertThat(item.bodyHtml()).startsWith("<p>Esimerkkilän uusi silta").doesNotContain("Etusivu", "<h1");
    }

    @Test
    void whatStandsAroundTheTextIsCut() {
        var item = only("""
                <title>Silta aukeaa | Esimerkkilä</title>
                <div class="cookie-consent"><p>Käytämme evästeitä, jotta sivusto toimisi ja jotta kävijämäärät olisivat tiedossamme.</p></div>
                <header class="site-header"><a href="/">Esimerkkilä</a><ul class="menu"><li><a href="/a">Asuminen</a></ul></header>
                <div id="page"><div class="breadcrumbs"><a href="/">Etusivu</a> / Tiedotteet</div>
                <div class="wrap"><div class="col-8"><h1>Silta aukeaa</h1><div class="meta">Julkaistu 20.11.2026 klo 10.15</div>
                <div class="text">%s</div><div class="share-buttons">Jaa sivu <a href="#">Facebook</a></div>
                <h3>Lue myös</h3><ul><li><a href="/tiedotteet/tie">Tie suljetaan</a></li><li><a href="/tiedotteet/oja">Oja perataan</a></li></ul>
                <div class="comments"><p>Hieno silta, mutta miksi se on maalattu noin oudon siniseksi kaikkien harmiksi?</p></div>
                </div><div class="sidebar"><h3>Muut uutiset</h3><p><a href="/tiedotteet/tie">Tie suljetaan</a></p></div></div></div>
                <footer><p>Esimerkkilän kaupunki, Kaupungintalo, Esimerkkikatu 1, 00000 Esimerkkilä, vaihde avoinna arkisin</p></footer>""".formatted(PROSE));

        assertThat(item.title()).isEqualTo("Silta aukeaa");
        assertThat(item.publishedAt()).isEqualTo(Instant.parse("2026-11-20T08:15:00Z"));
        assertThat(item.bodyHtml())
                .contains("uusi silta avataan", "Bussit ajavat", "yövuorot")
                .doesNotContain("evästeitä", "Facebook", "Lue myös", "Oja perataan", "Hieno silta", "Kaupungintalo")
                .doesNotContain("Julkaistu", "Etusivu", "Silta aukeaa<");
    }

    @Test
    void theFormOfAnOldNewsSiteLosesItsDatelineAndItsRowsOfOtherNews() {
        var item = only("""
                <title>Esimerkkilä - Silta aukeaa</title><body><table><tr><td><a href="/">Etusivu</a><br><a href="/k">Kuvat</a></td><td>
                <h1>Silta aukeaa</h1><p>20.11.2026</p><p>ESIMERKKILÄ TIEDOTTAA 19.11.2026</p><p>SILTA AUKEAA</p>%s
                <p>Lisätietoja:</p><p>kaupungininsinööri Matti Malli, Esimerkkilän kaupunki, puh. 040 000 0123</p>
                <div>12.11.2026<a href="/tiedotteet/1">Tie suljetaan huomenna</a></div>
                <div>11.11.2026<a href="/tiedotteet/2">Oja perataan viikolla</a></div>
                <div>10.11.2026<a href="/tiedotteet/3">Puita istutetaan</a></div>
                <a href="/arkisto">Siirry arkistoon »</a></td></tr></table>""".formatted(PROSE));

        assertThat(item.title()).isEqualTo("Silta aukeaa");
        assertThat(item.publishedAt()).isEqualTo(Instant.parse("2026-11-19T22:00:00Z"));
        assertThat(item.contacts())
                .extracting(Contact::name, Contact::telephone)
                .containsExactly(tuple("Matti Malli", "040 000 0123"));
        assertThat(item.bodyHtml())
                .contains("uusi silta avataan")
                .doesNotContain("TIEDOTTAA", "SILTA AUKEAA", "Puita istutetaan", "20.11.2026", "Etusivu");
    }

    @Test
    void picturesHaveTheirTextAndCreditAndFilesTheirNames() {
        var item = only("""
                <base href="https://cdn.example.fi/a/"><title>Silta aukeaa</title><article><h1>Silta aukeaa</h1>
                <figure><img src="data:image/gif;base64,AAAA" data-src="silta.jpg" alt="Silta"><figcaption>Silta illalla. Kuva: Essi Esimerkki</figcaption></figure>
                <picture><source srcset="pieni.jpg 400w, iso.jpg 1600w"><img alt="Kansi"></picture>
                <img src="/pixel.gif" width="1" height="1">%s<p><a href="liite.pdf?v=2">Piirustus (pdf)</a></p></article>""".formatted(PROSE));

        assertThat(item.attachments())
                .extracting(
                        file -> file.url().toString(), file -> file.type(), file -> file.alt(), file -> file.credit())
                .containsExactly(
                        tuple("https://cdn.example.fi/a/silta.jpg", "image/jpeg", "Silta", "Essi Esimerkki"),
                        tuple("https://cdn.example.fi/a/iso.jpg", "image/jpeg", "Kansi", ""),
                        tuple("https://cdn.example.fi/a/liite.pdf?v=2", "application/pdf", "Piirustus (pdf)", ""));
        assertThat(item.bodyHtml()).contains("src=\"https://cdn.example.fi/a/silta.jpg\"");
    }

    @Test
    void aPageInAnOlderCharsetSaysSoInItself() {
        var page =
                "<html><head><meta http-equiv=Content-Type content='text/html; charset=iso-8859-1'><title>Häätöjä Åbo</title>"
                        + "<body><h1>Häätöjä Åbo</h1>" + PROSE;
        var reading =
                Parser.read(page.getBytes(StandardCharsets.ISO_8859_1), new Origin(PAGE, "text/html", HERE, null));

        assertThat(((Document) reading).items().get(0).title()).isEqualTo("Häätöjä Åbo");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "<html>", "<!doctype html><body><script>app()</script>", "<!doctype html><div><div><p></p>"})
    void aPageWithoutAnythingSaysSo(String html) {
        assertThat(Parser.read(html.getBytes(StandardCharsets.UTF_8), origin())).isInstanceOf(Unreadable.class);
    }

    @Test
    void manyUnclosedElementsAreReadInGoodTime() {
        var page = "<!doctype html><title>Silta</title>" + "<div class=related><b>".repeat(10_000) + PROSE;

        assertThat(Parser.read(page.getBytes(StandardCharsets.UTF_8), origin())).isInstanceOf(Document.class);
    }

    private static Item only(String html) {
        List<Item> items = ((Document) HtmlForm.read(html, origin())).items();
        assertThat(items).hasSize(1);
        return items.get(0);
    }

    private static Origin origin() {
        return new Origin(PAGE, "text/html; charset=utf-8", HERE, null);
    }
}
