package fi.tiedote;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tiedote.city.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages and letters say, they can say in every language. */
class PhrasesTests {
    @ParameterizedTest
    @ValueSource(strings = {"messages"})
    void everyLanguageHasTheSamePhrases(String name) throws IOException {
        var finnish = read(name, Language.FI);

        for (var language : Language.values()) {
            assertThat(read(name, language).keySet())
                    .as("%s in %s", name, language)
                    .containsExactlyInAnyOrderElementsOf(finnish.keySet());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages"})
    void everyPhraseTakesTheSameArguments(String name) throws IOException {
        var finnish = read(name, Language.FI);

        for (var language : Language.values()) {
            var phrases = read(name, language);
            assertThat(finnish.stringPropertyNames())
                    .as("%s in %s", name, language)
                    .allSatisfy(
                            key -> assertThat(arguments(phrases, key)).as(key).isEqualTo(arguments(finnish, key)));
        }
    }

    private static int arguments(Properties phrases, String key) {
        return new MessageFormat(phrases.getProperty(key)).getFormatsByArgumentIndex().length;
    }

    private static Properties read(String name, Language language) throws IOException {
        var phrases = new Properties();
        try (var file = Files.newBufferedReader(Path.of("templates", name + "_" + language.code() + ".properties"))) {
            phrases.load(file);
        }
        return phrases;
    }
}
