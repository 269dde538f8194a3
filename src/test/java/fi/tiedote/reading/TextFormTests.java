package fi.tiedote.reading;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tiedote.city.Language;
import fi.tiedote.release.Contact;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextFormTests {
    private static final String OPENING = "Uimahalli aukeaa\n\n20.11.2026\n\n";

    @Test
    void shortLinesAloneAreHeadingsAndOthersParagraphs() {
        var item = Texts.item(
                OPENING + "Halli on auki.\nLiput ovat <b> & halvat.\n\nHinnat ja ajat\n\nViisi euroa.\n", "a.fi.txt");

        assertThat(item.bodyHtml())
                .isEqualTo("<p>Halli on auki.</p><p>Liput ovat &lt;b&gt; &amp; halvat.</p>"
                        + "<h2>Hinnat ja ajat</h2><p>Viisi euroa.</p>");
    }

    @Test
    void datelineAndTitleInCapitalsAreNoText() {
        var item = Texts.item(
                OPENING + "ESIMERKKILÄ TIEDOTTAA 19.11.2026\n\nUIMAHALLI AUKEAA\n\nHalli on auki.\n", "a.fi.txt");

        assertThat(item.bodyHtml()).isEqualTo("<p>Halli on auki.</p>");
        assertThat(item.publishedAt()).isEqualTo(Instant.parse("2026-11-19T22:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EMBARGO 24.11.2026 klo 9\n\nUimahalli aukeaa\n\n20.11.2026\n\nHalli on auki.\n",
                "Uimahalli aukeaa\n\nEmbargo 24.11.2026 klo 9\n\n20.11.2026\n\nHalli on auki.\n"
            })
    void anEmbargoMayStandAroundTheTitle(String text) {
        var item = Texts.item(text, "a.fi.txt");

        assertThat(item.title()).isEqualTo("Uimahalli aukeaa");
        assertThat(item.bodyHtml()).contains("24.11.2026 klo 9").contains("Halli on auki.");
    }

    @Test
    void otherNewsAreCutAndDatesInTheTextAreNot() {
        var item = Texts.item(
                OPENING
                        + "10.12.2026 alkaa kurssi.\n\n19.11.2026Toinen uutinen\n18.11.20263 uutta\n\nSiirry arkistoon »\n",
                "a.fi.txt");

        assertThat(item.bodyHtml()).isEqualTo("<p>10.12.2026 alkaa kurssi.</p>");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", emptyValue = "", textBlock = """
        rehtori Riikka Koelma, Itälaakson koulu, puh. 040 000 0122 | Riikka Koelma | rehtori | Itälaakson koulu | 040 000 0122 | ''
        Antero Hana, Network Manager, Esimerkkilä Water, tel. 040 000 0142 | Antero Hana | Network Manager | Esimerkkilä Water | 040 000 0142 | ''
        chef för svensk utbildning Camilla Krita, Exempelby, tfn +358 40 000 0124, camilla.krita@example.org | Camilla Krita | chef för svensk utbildning | Exempelby | +358 40 000 0124 | camilla.krita@example.org
        Kehittämisjohtaja Kaisa von Malli, sivistystoimi, p. 09 0000 122 | Kaisa von Malli | Kehittämisjohtaja | sivistystoimi | 09 0000 122 | ''
        nuorisotyön päällikkö Samu Sauna-aho (puh. 040 0000181) | Samu Sauna-aho | nuorisotyön päällikkö | '' | 040 0000181 | ''
        Asiakaspalvelu, puh. 09 000 0100, palvelu(at)example.org | Asiakaspalvelu | '' | '' | 09 000 0100 | palvelu@example.org
        kommundirektör Eva af Test, Exempelby stad, tfn 09 0000 1234 eller eva.test@example.org | Eva af Test | kommundirektör | Exempelby stad | 09 0000 1234 | eva.test@example.org
        """)
    void aPersonIsFoundInOneLine(
            String line, String name, String title, String organisation, String telephone, String email) {
        var item = Texts.item(OPENING + "Halli on auki.\n\nLisätietoja:\n\n" + line + "\n", "a.fi.txt");

        assertThat(item.contacts()).containsExactly(new Contact(name, title, organisation, telephone, email));
        assertThat(item.bodyHtml()).isEqualTo("<p>Halli on auki.</p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tiedustelut",
                "Yhteyshenkilöt:",
                "Ytterligare information:",
                "Kontakt",
                "More information:",
                "Further information, please contact:",
                "Lisätietoja kurssista antaa:"
            })
    void eachHeadingIntroducesThePeople(String heading) {
        var item =
                Texts.item(OPENING + "Halli on auki.\n\n" + heading + "\nMatti Vire, puh. 040 000 0151\n", "a.fi.txt");

        assertThat(item.contacts()).extracting(Contact::name).containsExactly("Matti Vire");
        assertThat(item.bodyHtml()).doesNotContain(heading);
    }

    @Test
    void aPersonMayTakeSeveralLines() {
        var item = Texts.item(
                OPENING + "Halli on auki.\n\nLisätietoja antaa:\n\nRiikka Koelma\nrehtori\nItälaakson koulu\n"
                        + "puh. 040 000 0122\nriikka@example.org\n\nMatti Vire\npuh. 040 000 0151\n",
                "a.fi.txt");

        assertThat(item.contacts())
                .containsExactly(
                        new Contact(
                                "Riikka Koelma", "rehtori", "Itälaakson koulu", "040 000 0122", "riikka@example.org"),
                        new Contact("Matti Vire", "", "", "040 000 0151", ""));
        assertThat(item.bodyHtml()).isEqualTo("<p>Halli on auki.</p>");
    }

    @Test
    void theSignatureIsAPersonToo() {
        var item = Texts.item(
                OPENING + "Halli on auki.\n\nTuuli Mallikas\n\nviestintäpäällikkö/kommunikationschef\n\n"
                        + "puh/tfn +358 40 000 0100\n\ntuuli.mallikas@example.org\n",
                "a.fi.txt");

        assertThat(item.contacts())
                .containsExactly(new Contact(
                        "Tuuli Mallikas",
                        "viestintäpäällikkö/kommunikationschef",
                        "",
                        "+358 40 000 0100",
                        "tuuli.mallikas@example.org"));
        assertThat(item.bodyHtml()).isEqualTo("<p>Halli on auki.</p>");
    }

    @Test
    void whatIsNoPersonStaysInTheText() {
        var item = Texts.item(
                OPENING + "Halli on auki.\n\nLisätietoja:\n\nMatti Vire, puh. 040 000 0151\n\nLue myös sivumme.\n",
                "a.fi.txt");

        assertThat(item.bodyHtml()).isEqualTo("<p>Halli on auki.</p><p>Lue myös sivumme.</p>");
    }

    @ParameterizedTest
    @CsvSource({
        "talvi.fi.txt, talvi, FI",
        "talvi.SV.TXT, talvi, SV",
        "v1.2 talvi.en.txt, v1.2 talvi, EN",
        "talvi.txt, talvi,",
        "talvi.de.txt, talvi.de,"
    })
    void theNameTellsItemAndLanguage(String name, String item, Language language) {
        assertThat(FileName.of(name)).isEqualTo(new FileName(item, language));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        '20.11.2026\\n\\nTeksti.'          | its first line is no title
        'Otsikko\\n\\nTeksti.'             | 20.11.2026 on a line of its own
        'Otsikko'                          | 20.11.2026 on a line of its own
        'Otsikko\\n\\n31.2.2026\\n\\nTeksti.' | there is no date 31.2.2026
        ' \\n\\n '                         | it is empty
        """)
    void whatIsWrongIsSaid(String text, String reason) {
        var reading = Texts.read(text.replace("\\n", "\n").getBytes(StandardCharsets.UTF_8), "a.txt");

        assertThat(reading).isInstanceOfSatisfying(Unreadable.class, unreadable -> assertThat(unreadable.reason())
                .contains(reason));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "ISO-8859-1", "UTF-16"})
    void everyUsualEncodingIsRead(String charset) {
        var bytes = (OPENING + "Tänään on hyvä päivä.").getBytes(Charset.forName(charset));

        assertThat(Texts.read(bytes, "a.txt")).isInstanceOfSatisfying(Document.class, document -> assertThat(
                        document.items().get(0).bodyHtml())
                .isEqualTo("<p>Tänään on hyvä päivä.</p>"));
    }

    @Test
    void aPictureIsNoText() {
        var png = new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13};

        assertThat(Texts.read(png, "a.txt")).isInstanceOf(Unreadable.class);
        assertThat(List.of(Decoding.isBinary("ä\tö\n".getBytes(StandardCharsets.UTF_8))))
                .containsExactly(false);
    }
}
