package fi.tiedote;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import fi.tiedote.city.City;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.diagnostics.FailureAnalysis;

class WrongSettingTests {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    tiedote.time-zone | Mars/Olympus | tiedote.time-zone = "Mars/Olympus" | Europe/Helsinki
                    tiedote.base-url  | ftp://x      | tiedote.base-url                   | http or https
                    tiedote.names.sv  | ''           | tiedote.names                      | each of fi, sv and en
                    """)
    void namesTheKeyTheValueAndWhatIsAllowed(String key, String value, String named, String allowed) {
        var settings = new MapConfigurationPropertySource(Map.of(
                "tiedote.names.fi", "Esimerkkilä",
                "tiedote.names.sv", "Exempelby",
                "tiedote.names.en", "Esimerkkilä",
                "tiedote.base-url", "https://tiedote.example.fi/",
                "tiedote.time-zone", "Europe/Helsinki",
                "tiedote.sender", "press@example.fi"));
        settings.put(key, value);

        var failure = catchThrowableOfType(
                BindException.class, () -> new Binder(settings).bind("tiedote", Bindable.of(City.class)));

        assertThat(new WrongSetting().analyze(failure))
                .extracting(FailureAnalysis::getDescription, as(STRING))
                .contains(named, allowed);
    }
}
