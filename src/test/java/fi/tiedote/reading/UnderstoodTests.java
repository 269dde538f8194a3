package fi.tiedote.reading;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tiedote.city.Language;
import fi.tiedote.release.Attachment;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnderstoodTests {
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final ZoneId HERE = ZoneId.of("Europe/Helsinki");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Julkaisuvapaa 24.11.2026 klo 12</p><p>Halli avataan.</p>",
                "<p><strong>Julkaisuvapaa 24.11.2026 klo 12</strong><br>Halli avataan.</p>",
                "<p>Halli avataan.</p><p><em>Embargo 24.11.2026 klo 12.00 asti</em></p>",
                "<div>Embargo until 24 November 2026, 12:00<br/>Halli avataan.</div>",
                "<ul><li>Fri för publicering 24.11.2026 kl. 12</li></ul><p>Halli avataan.</p>"
            })
    void theEmbargoIsKeptAndItsLineCut(String html) {
        var understood = understood("Halli", html);

        assertThat(understood.embargo()).isEqualTo(new Embargo(Instant.parse("2026-11-24T10:00:00Z"), ""));
        assertThat(understood.text()).isEqualTo("Halli avataan.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EMBARGO 24.11.2026 klo 12: Uusi halli",
                "Uusi halli (embargo 24.11.2026 klo 12)",
                "Julkaisuvapaa 24.11.2026 klo 12 – Uusi halli"
            })
    void anEmbargoInTheTitleCounts(String title) {
        var understood = understood(title, "<p>Halli avataan.</p>");

        assertThat(understood.embargo().until()).isEqualTo(Instant.parse("2026-11-24T10:00:00Z"));
        assertThat(understood.title()).isEqualTo("Uusi halli");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        <p>Espoossa 24.10.2026 – Halli avataan.</p>
        <p>Esimerkkilän kaupunki tiedottaa 24.10.2026</p><p>Halli avataan.</p>
        <p>ESIMERKKILÄ TIEDOTTAA</p><p>24.10.2026 Esimerkkilä</p><p>Halli avataan.</p>
        <p>Tiedote 24.10.2026</p><p>Halli avataan.</p>
        <p>Julkaistu 24.10.2026 klo 9.00</p><p>Halli avataan.</p><p>Jaa Facebookissa</p><p>Lue lisää</p>
        <p>Esbo, 24 oktober 2026 – Halli avataan.</p>
        <p>Halli avataan.</p><h2>Tietoja julkaisijasta</h2><p>Kaupunki on suuri.</p>
        <p>Halli avataan.</p><p>Käytämme evästeitä. Hyväksy kaikki</p>
        """)
    void whatFramesTheTextIsCut(String html) {
        assertThat(understood("Otsikko", html.replace("<p>24.10.2026 Esimerkkilä</p>", ""))
                        .text())
                .isEqualTo("Halli avataan.");
    }

    /** So does Drupal print its fields into the description. */
    @Test
    void whatTheSourceSaysBesidesTheTextIsCutFromItsBeginning() {
        var html = "<span>Halli avataan</span>\n<span><span>essi</span></span>"
                + "<div><time datetime=\"2026-11-20T10:00:00+02:00\">Fri, 11/20/2026 - 10:00</time></div>"
                + "<div><p>Halli on auki.</p><p>2026</p></div>";

        assertThat(understood("Halli avataan", "<p>Halli avataan</p><p>20.11.2026 klo 10</p><p>Halli on auki.</p>")
                        .text())
                .isEqualTo("Halli on auki.");
        assertThat(understood("Halli avataan", "essi", html.replace("</span>\n", "</span><br>"))
                        .text())
                .isEqualTo("Halli on auki. 2026");
    }

    @Test
    void datesOfTheFrameCountWhereTheSourceGivesNone() {
        var understood = understood(
                "Otsikko", "<p>Julkaistu 24.10.2026 klo 9.00, päivitetty 25.10.2026 klo 10.00</p><p>Halli.</p>");

        assertThat(understood.publishedAt()).isEqualTo(Instant.parse("2026-10-24T06:00:00Z"));
        assertThat(understood.updatedAt()).isEqualTo(Instant.parse("2026-10-25T08:00:00Z"));
    }

    @Test
    void datesAndPlacesWithinTheTextStay() {
        var html = "<p>Halli avataan.</p><p>Espoossa 24.10.2026 pidetään juhla.</p><p>Tiedote kertoo enemmän.</p>";

        assertThat(understood("Otsikko", html).bodyHtml()).isEqualTo(html);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        UNESCO MYÖNSI TUNNUSTUKSEN ESPOON KIRJASTOLLE | Unesco-verkosto UNESCO kiittää: palkinto Espoon työstä. | UNESCO myönsi tunnustuksen Espoon kirjastolle
        HSL:N LIPUT KALLISTUVAT ITÄLAAKSOSSA          | Lippujen hinnat nousevat.                              | HSL:n liput kallistuvat Itälaaksossa
        EU-TUKI UIMAHALLILLE                          | Tuki on suuri.                                         | EU-tuki uimahallille
        KAUPUNKI PALKITSI MATTI ESIMERKIN             | Palkinnon sai tänään Matti Esimerkki.                  | Kaupunki palkitsi Matti Esimerkin
        NYA TIDER I ÖSTERDAL                          | Biblioteket öppnar.                                    | Nya tider i Österdal
        UNESCO                                        | x                                                      | UNESCO
        Uimahalli AVATAAN                             | x                                                      | Uimahalli AVATAAN
        """)
    void aTitleInCapitalsGetsSentenceCase(String title, String text, String expected) {
        assertThat(understood(title, "<p>" + text + "</p>").title()).isEqualTo(expected);
    }

    @Test
    void picturesAndDocumentsOfTheTextAreAttached() {
        var html = "<figure><img src=\"https://example.fi/a.jpg\" alt=\"Halli\">"
                + "<figcaption>Uusi halli. Kuva: Maija Kuvaaja</figcaption></figure>"
                + "<p><img src=\"https://example.fi/b.png\"></p><p>Foto: Exempelby stad</p>"
                + "<p><a href=\"https://example.fi/suunnitelma.pdf\">Suunnitelma (pdf)</a></p>";

        assertThat(understood("Otsikko", html).attachments())
                .containsExactly(
                        new Attachment(
                                URI.create("https://example.fi/a.jpg"), "image/jpeg", 0, "Halli", "Maija Kuvaaja"),
                        new Attachment(URI.create("https://example.fi/b.png"), "image/png", 0, "", "Exempelby stad"),
                        new Attachment(
                                URI.create("https://example.fi/suunnitelma.pdf"),
                                "application/pdf",
                                0,
                                "Suunnitelma (pdf)",
                                ""));
    }

    private static Understood understood(String title, String html) {
        return understood(title, "", html);
    }

    private static Understood understood(String title, String author, String html) {
        var item = new ItemBuilder("a")
                .language(Language.FI)
                .title(title)
                .author(author)
                .body(new Body(html, "", List.of()))
                .build();
        return Understood.of(item, HERE, NOW, List.of("Itälaakso", "Österdal"));
    }
}
