package fi.tiedote.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTests {
    @ParameterizedTest
    @CsvSource({
        "aino@example.fi, aino@example.fi",
        "'  aino@example.fi ', aino@example.fi",
        "Aino.Esimerkki+tiedotteet@Example.FI, Aino.Esimerkki+tiedotteet@example.fi",
        "o'hara_{x}!#$%&*/=?^`|~-@example.fi, o'hara_{x}!#$%&*/=?^`|~-@example.fi",
        "aino@esimerkkilä.fi, aino@xn--esimerkkil-z5a.fi",
        "aino@ESIMERKKILÄ.FI, aino@xn--esimerkkil-z5a.fi",
        "åsa.äijälä@example.fi, åsa.äijälä@example.fi",
        "a@b.co, a@b.co",
        "1@9a.example.museum, 1@9a.example.museum"
    })
    void anAddressIsKeptInOneForm(String given, String kept) {
        assertThat(EmailAddress.of(given)).map(EmailAddress::toString).contains(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "aino",
                "aino@",
                "@example.fi",
                "aino@localhost",
                "aino@example.fi.",
                "aino@.example.fi",
                "aino@example..fi",
                "aino@-example.fi",
                "aino@example-.fi",
                "aino@exa_mple.fi",
                "aino@[192.0.2.1]",
                "aino@192.0.2.1",
                "aino@@example.fi",
                "a b@example.fi",
                ".aino@example.fi",
                "aino.@example.fi",
                "ai..no@example.fi",
                "\"aino\"@example.fi",
                "aino@example.fi,bo@example.fi",
                "Aino <aino@example.fi>",
                "aino@example.fi\r\nBcc: bo@example.fi",
                "ai\rno@example.fi",
                "ai\u0000no@example.fi",
                "ai\u202Eno@example.fi",
                "ai\u00A0no@example.fi",
                "ai\u0085no@example.fi",
                "ai\u760Ano@example.fi",
                "ai\u760Dno@example.fi",
                "ai>no@example.fi"
            })
    void whatNoServerTakesIsNoAddress(String given) {
        assertThat(EmailAddress.of(given)).isEmpty();
    }

    @Test
    void lengthsAreThoseOfTheStandard() {
        assertThat(EmailAddress.of("a".repeat(64) + "@example.fi")).isPresent();
        assertThat(EmailAddress.of("a".repeat(65) + "@example.fi")).isEmpty();
        assertThat(EmailAddress.of("ä".repeat(33) + "@example.fi")).isEmpty();
        assertThat(EmailAddress.of("a@" + "b".repeat(63) + ".fi")).isPresent();
        assertThat(EmailAddress.of("a@" + "b".repeat(64) + ".fi")).isEmpty();
        assertThat(EmailAddress.of("a@" + "bcd.".repeat(64) + "fi")).isEmpty();
    }

    @Test
    void twoSpellingsOfOneMailboxHaveOneKey() {
        assertThat(EmailAddress.of("Aino@Example.fi").orElseThrow().key())
                .isEqualTo(EmailAddress.of("aino@example.FI").orElseThrow().key());
    }

    @Test
    void onlyALocalPartBeyondAsciiNeedsARelayThatIsUpToIt() {
        assertThat(EmailAddress.of("aino@esimerkkilä.fi"))
                .map(EmailAddress::isAscii)
                .contains(true);
        assertThat(EmailAddress.of("äiti@example.fi"))
                .map(EmailAddress::isAscii)
                .contains(false);
    }
}
