package fi.tiedote.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmbargoTests {
    private static final Instant PUBLISHED = Instant.parse("2026-11-20T08:00:00Z");
    private static final ZoneId HERE = ZoneId.of("Europe/Helsinki");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Julkaisuvapaa 24.11.2026 klo 12                             | 2026-11-24T10:00:00Z
        JULKAISUVAPAA 24.11.2026 KLO 12.00                          | 2026-11-24T10:00:00Z
        Julkaisuvapaa: ti 24.11. klo 9                              | 2026-11-24T07:00:00Z
        Julkaisuvapaa klo 9.30 24.11.2026                           | 2026-11-24T07:30:00Z
        Tiedote on julkaisuvapaa 24. marraskuuta 2026 kello 8.15.   | 2026-11-24T06:15:00Z
        Julkaistavissa 24.11.2026 klo 7.00                          | 2026-11-24T05:00:00Z
        Julkaistavissa aikaisintaan tiistaina 24.11. klo 7          | 2026-11-24T05:00:00Z
        Embargo 24.11. klo 9.00 asti                                | 2026-11-24T07:00:00Z
        EMBARGO klo 9.00 asti 24.11.                                | 2026-11-24T07:00:00Z
        Embargo: 24.11.2026                                         | 2026-11-23T22:00:00Z
        Embargo 5.1. klo 9                                          | 2027-01-05T07:00:00Z
        Ei saa julkaista ennen 24.11.2026 klo 12                    | 2026-11-24T10:00:00Z
        Ei julkaistavaksi ennen keskiviikkoa 25.11.2026 klo 10      | 2026-11-25T08:00:00Z
        Embargo huomenna klo 10 asti                                | 2026-11-21T08:00:00Z
        HUOM! Embargo 24.11.2026 klo 24                             | 2026-11-24T22:00:00Z
        Fri för publicering 24.11.2026 kl. 12                       | 2026-11-24T10:00:00Z
        Får publiceras tidigast den 24 november 2026 kl. 9.00       | 2026-11-24T07:00:00Z
        Får inte publiceras före 24.11.2026 kl 9                    | 2026-11-24T07:00:00Z
        Embargo till tisdag 24 november kl. 9                       | 2026-11-24T07:00:00Z
        Embargo t.o.m. 24.11.2026                                   | 2026-11-24T22:00:00Z
        Embargo until 24 November 2026, 9:00                        | 2026-11-24T07:00:00Z
        Embargoed until 9:00 am on Tuesday, 24 November 2026        | 2026-11-24T07:00:00Z
        STRICTLY EMBARGOED UNTIL 00:01 HRS 24TH NOVEMBER 2026       | 2026-11-23T22:01:00Z
        Under embargo until November 24, 2026 at 2 pm               | 2026-11-24T12:00:00Z
        Not for release before 24 November 2026, 12:00              | 2026-11-24T10:00:00Z
        Not for publication until 12 noon on 24 November 2026       | 2026-11-24T10:00:00Z
        Embargo until 2026-11-24 09:00                              | 2026-11-24T07:00:00Z
        Embargo: 2026-11-24T09:00:00+02:00                          | 2026-11-24T07:00:00Z
        Embargo until 24 November 2026, 9:00 GMT                    | 2026-11-24T09:00:00Z
        *** EMBARGO 24.11.2026 klo 9.00 ***                         | 2026-11-24T07:00:00Z
        """)
    void theMomentIsRead(String line, Instant until) {
        assertThat(Embargo.of(line, PUBLISHED, HERE)).contains(new Embargo(until, ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Julkaisuvapaa heti",
                "JULKAISUVAPAA",
                "Heti julkaistavissa",
                "Julkaistavissa heti",
                "Julkaistavissa välittömästi",
                "Fri för omedelbar publicering",
                "Fri för publicering genast",
                "For immediate release",
                "Embargo: ei",
                "No embargo"
            })
    void nothingIsHeldThatIsFree(String line) {
        assertThat(Embargo.of(line, PUBLISHED, HERE)).contains(Embargo.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Embargo",
                "EMBARGO!",
                "Embargo 31.2.2026 klo 9",
                "Julkaisuvapaa sovittuna aikana klo",
                "Embargo until further notice",
                "Embargo tilaisuuden alkuun asti",
                "Not for release before the meeting",
                "Embargo 24.13.2026"
            })
    void wordsWithoutALegibleMomentAreADoubt(String line) {
        assertThat(Embargo.of(line, PUBLISHED, HERE))
                .hasValueSatisfying(embargo -> assertThat(embargo.doubt()).contains(line));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Embargot ja pakotteet vaikuttavat öljyn hintaan, kertoo professori Maija Esimerkki uudessa kirjassaan.",
                "Julkaistavissa oleva aineisto löytyy kirjastosta",
                "Valtuusto päätti vapaasta pääsystä 24.11.2026 klo 12.",
                "Release of the new library app",
                "For released prisoners there is help",
                "Avoinna 24.11.2026 klo 12",
                "Tiedotustilaisuus 24.11. klo 9"
            })
    void ordinaryTextIsNone(String line) {
        assertThat(Embargo.of(line, PUBLISHED, HERE)).isEmpty();
    }
}
