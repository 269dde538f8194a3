package fi.tiedote.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StretchTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Lue https://example.fi/a?b=c&d#e.     | https://example.fi/a?b=c&d#e",
                "(http://127.0.0.1:8080/u/abc)         | http://127.0.0.1:8080/u/abc",
                "<https://example.fi/>                 | https://example.fi/",
                "https://example.fi/x\"onclick=\"y     | https://example.fi/x"
            })
    void anAddressBecomesALink(String text, String link) {
        assertThat(Stretch.of(text).stream().filter(Stretch::link).map(Stretch::text))
                .containsExactly(link);
        assertThat(Stretch.of(text).stream().map(Stretch::text).reduce("", String::concat))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "javascript:alert(1)",
                "ftp://example.fi",
                "data:text/html,x",
                "https://",
                "xhttps://example.fi"
            })
    void nothingElseDoes(String text) {
        assertThat(Stretch.of(text)).noneMatch(Stretch::link);
    }
}
