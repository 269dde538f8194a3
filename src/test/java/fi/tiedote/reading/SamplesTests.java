package fi.tiedote.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each sample is read as a person would read it. */
public class SamplesTests {
    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

    @ParameterizedTest
    @MethodSource("samples")
    void titleDateAndLanguageAreFound(Path sample) throws IOException {
        var item = Texts.item(sample);

        assertThat(item.title()).isEqualTo(Files.readAllLines(sample).get(0));
        assertThat(item.id()).isEqualTo(sample.getFileName().toString().replaceFirst("\\.(fi|sv|en)\\.txt", ""));
        assertThat(item.publishedAt())
                .isEqualTo(LocalDate.parse(item.id().substring(0, 10))
                        .atStartOfDay(HELSINKI)
                        .toInstant());
        assertThat(item.language())
                .isEqualTo(FileName.of(sample.toString()).language())
                .isNotNull();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theLanguageIsRecognisedWithoutTheNamesHelp(Path sample) throws IOException {
        var item = Texts.item(Files.readString(sample), "release.txt");

        assertThat(item.language()).isEqualTo(Texts.item(sample).language());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theBodyIsTheTextAndNothingElse(Path sample) throws IOException {
        var body = Texts.item(sample).bodyHtml();

        assertThat(body).contains("<h2>").contains("<p>");
        assertThat(body)
                .doesNotContain("TIEDOTTAA", "INFORMERAR", "NEWS FROM", "»", "040 000", "example.org")
                .doesNotContain("Lisätietoja", "Mer information", "Further information", "Tuuli Mallikas", "Oskar")
                .doesNotContainPattern("<p>\\d\\d\\.\\d\\d\\.2026");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void peopleHaveNameTitleAndNumber(Path sample) throws IOException {
        assertThat(Texts.item(sample).contacts()).hasSizeGreaterThanOrEqualTo(2).allSatisfy(contact -> {
            assertThat(contact.name()).matches("\\p{Lu}[\\p{L}-]+ \\p{Lu}[\\p{L}-]+");
            assertThat(contact.title()).isNotBlank().doesNotContain(contact.name());
            assertThat(contact.telephone()).matches("(\\+358 |0)40 000 0\\d{3}");
        });
    }

    public static Stream<Path> samples() throws IOException {
        try (var files = Files.list(Path.of("samples"))) {
            return files.filter(file -> file.toString().endsWith(".txt")).sorted().toList().stream();
        }
    }
}
