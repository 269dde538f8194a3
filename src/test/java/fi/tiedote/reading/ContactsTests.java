package fi.tiedote.reading;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tiedote.release.Contact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shapes in which municipalities write whom to ask. */
class ContactsTests {
    private static final Contact RIIKKA =
            new Contact("Riikka Koelma", "rehtori", "", "040 000 0122", "riikka.koelma@example.fi");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<h3>Lisätietoja</h3><p>Riikka Koelma, rehtori, puh. 040 000 0122, riikka.koelma@example.fi</p>",
                "<h3>Lisätietoja:</h3><p>rehtori Riikka Koelma, 040 000 0122, <a href=\"mailto:riikka.koelma@example.fi\">sähköposti</a></p>",
                "<p><strong>Lisätietoja</strong><br>Riikka Koelma<br>rehtori<br>puh. 040 000 0122<br>riikka.koelma(at)example.fi</p>",
                "<p>Lisätietoja antaa rehtori Riikka Koelma, puh. 040 000 0122, riikka.koelma@example.fi.</p>",
                "<p><b>Lisätiedot:</b> Riikka Koelma, rehtori, p. 040 000 0122, riikka.koelma [at] example.fi</p>",
                "<h2>Yhteyshenkilö</h2><ul><li>Riikka Koelma (rehtori), puh. 040 000 0122, riikka.koelma@example.fi</li></ul>",
                "<h2>Yhteyshenkilöt</h2><table><tr><td>Riikka Koelma</td><td>rehtori</td><td>040 000 0122</td><td>riikka.koelma@example.fi</td></tr></table>",
                "<h2>Yhteystiedot</h2><div><div><strong>Riikka Koelma</strong></div><div>rehtori</div><div><a href=\"tel:0400000122\">040 000 0122</a></div><div><a href=\"mailto:riikka.koelma@example.fi\">riikka.koelma@example.fi</a></div></div>",
                "<p>Tiedustelut:</p><p>Rehtori Riikka Koelma<br/>Puhelin: 040 000 0122<br/>Sähköposti: riikka.koelma@example.fi</p>",
                "<p>Lisätietoja:</p><p>rehtori</p><p>Riikka Koelma</p><p>puh. 040 000 0122</p><p>riikka.koelma@example.fi</p>",
                "<p>Lisätietoja:</p><p>Riikka Koelma, rehtori, puh.&nbsp;040&nbsp;000&nbsp;0122, etunimi.sukunimi@example.fi</p>",
                "<p>Lisätietoja:</p><p>Riikka Koelma, rehtori, puh. 040 000 0122</p><p>Sähköpostit ovat muotoa etunimi.sukunimi(at)example.fi</p>",
                "<p>Lisätietoja:</p><p>Riikka Koelma, rehtori, gsm 040 000 0122, riikka.koelma<img src=\"a.gif\" alt=\"@\">example.fi</p>",
                "<p>Mer information: rehtori Riikka Koelma, tfn 040 000 0122, riikka.koelma@example.fi</p>",
                "<p>Kontaktperson</p><p>Riikka Koelma, rehtori<br>tfn: 040 000 0122<br>e-post: riikka.koelma@example.fi</p>",
                "<p>For further information, please contact:</p><p>Riikka Koelma, rehtori, tel. 040 000 0122, riikka.koelma@example.fi</p>",
                "<p>Haastattelupyynnöt: Riikka Koelma, rehtori, 040 000 0122 (klo 9–15), riikka.koelma@example.fi</p>"
            })
    void onePersonInEveryShape(String html) {
        var body = Body.of("<p>Halli on auki.</p>" + html, "https://example.fi/");

        assertThat(body.contacts()).singleElement().satisfies(contact -> assertThat(digits(contact))
                .isEqualTo(digits(RIIKKA)));
        assertThat(body.html()).isEqualTo("<p>Halli on auki.</p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Riikka Koelma, rehtori, puh. 040 000 0122, Matti Vire, lehtori, puh. 040 000 0151",
                "rehtori Riikka Koelma, puh. 040 000 0122, ja johtaja Matti Vire, puh. 040 000 0151",
                "rehtori Riikka Koelma (040 000 0122) ja opettaja Matti Vire (040 000 0151)",
                "rektor Riikka Koelma, tfn 040 000 0122, och lärare Matti Vire, tfn 040 000 0151",
                "Riikka Koelma, p. 040 000 0122; Matti Vire, p. 040 000 0151"
            })
    void severalPeopleInOneLine(String line) {
        var body = Body.of("<p>Auki.</p><p>Lisätietoja:</p><p>" + line + "</p>", "https://example.fi/");

        assertThat(body.contacts()).extracting(Contact::name).containsExactly("Riikka Koelma", "Matti Vire");
        assertThat(body.contacts()).extracting(Contact::telephone).containsExactly("040 000 0122", "040 000 0151");
        assertThat(body.html()).isEqualTo("<p>Auki.</p>");
    }

    @Test
    void peopleMayShareATelephone() {
        var body = Body.of(
                "<p>Auki.</p><p>Lisätietoja antavat: Riikka Koelma ja Matti Vire, puh. 09 000 0100</p>",
                "https://example.fi/");

        assertThat(body.contacts())
                .containsExactly(
                        new Contact("Riikka Koelma", "", "", "09 000 0100", ""),
                        new Contact("Matti Vire", "", "", "09 000 0100", ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        +358 40 000 0122
        +358 (0)40 000 0122
        040-000 0122
        (09) 000 0122
        0400000122
        040/000 0122
        """)
    void everyWayToWriteANumber(String number) {
        var body = Body.of("<p>Auki.</p><p>Lisätietoja: Riikka Koelma, puh. " + number + "</p>", "https://example.fi/");

        assertThat(body.contacts()).extracting(Contact::telephone).containsExactly(number);
        assertThat(body.contacts()).extracting(Contact::name).containsExactly("Riikka Koelma");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        Head of Communications Maija Esimerkki, tel. 040 000 0122         | Maija Esimerkki | Head of Communications
        Project Manager Antero Hana, tel. 040 000 0122                    | Antero Hana     | Project Manager
        Maija Esimerkki, Head of Communications, tel. 040 000 0122        | Maija Esimerkki | Head of Communications
        Rehtori, Maija Esimerkki, puh. 040 000 0122                       | Maija Esimerkki | Rehtori
        Maija Esimerkki – viestintäpäällikkö – 040 000 0122               | Maija Esimerkki | viestintäpäällikkö
        va. kaupunginjohtaja Maija Esimerkki, puh. 040 000 0122           | Maija Esimerkki | va. kaupunginjohtaja
        kommunikationschef Åsa Öhman-Test, tfn 040 000 0122               | Åsa Öhman-Test  | kommunikationschef
        """)
    void titlesStandBeforeOrAfter(String line, String name, String title) {
        var body = Body.of("<p>Auki.</p><p>Lisätietoja:</p><p>" + line + "</p>", "https://example.fi/");

        assertThat(body.contacts()).containsExactly(new Contact(name, title, "", "040 000 0122", ""));
    }

    @Test
    void aUnitMayBeAskedAsWell() {
        var body = Body.of(
                "<p>Auki.</p><p>Lisätietoja: Vesilaitoksen päivystys, puh. 09 000 0100</p>", "https://example.fi/");

        assertThat(body.contacts()).containsExactly(new Contact("Vesilaitoksen päivystys", "", "", "09 000 0100", ""));
    }

    @Test
    void encodedAddressesAreRead() {
        var body = Body.of(
                "<p>Auki.</p><p>Lisätietoja: Riikka Koelma, <a href=\"/cdn-cgi/l/email-protection\" data-cfemail=\"2a4b6a4f524b475a464f04444f5e\">[email&#160;protected]</a></p>",
                "https://example.fi/");

        assertThat(body.contacts()).extracting(Contact::email).containsExactly("a@example.net");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Halli on auki. Lisätietoja saa numerosta 040 000 0122.</p>",
                "<p>Soita numeroon 040 000 0122, kun näet Matti Vireen.</p>",
                "<h2>Ilmoittautuminen</h2><p>Matti Vire, puh. 040 000 0151</p>",
                "<p>Y-tunnus 0101263-6</p><p>Kontakt</p>",
                "<h2>Lisätietoja</h2><p>Hankkeen sivut löytyvät verkosta.</p>",
                "<p>Lisätietoja verkkosivuilla. Avoinna 20.11.2026 klo 09-15.</p>"
            })
    void ordinaryTextNamesNobody(String html) {
        var body = Body.of(html, "https://example.fi/");

        assertThat(body.contacts()).isEmpty();
        assertThat(body.html()).isEqualTo(html);
    }

    private static Contact digits(Contact contact) {
        return new Contact(
                contact.name(),
                contact.title().toLowerCase(java.util.Locale.ROOT),
                contact.organisation(),
                contact.telephone().replaceAll("[\\s\\h]", ""),
                contact.email());
    }
}
