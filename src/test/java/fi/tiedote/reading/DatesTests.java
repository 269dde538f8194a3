package fi.tiedote.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;

/** Every form of a date that feeds have, against the moment that it means. */
class DatesTests {
    @ParameterizedTest
    @MethodSource("spellings")
    void oneMomentHasManySpellings(String text, int hours) {
        assertThat(Dates.moment(text, null))
                .contains(Instant.parse("2026-09-02T10:15:00Z").plus(Duration.ofHours(hours)));
    }

    @ParameterizedTest
    @MethodSource("others")
    void otherMomentsAreReadToo(String text, String moment) {
        assertThat(Dates.moment(text, null).map(Instant::toString).orElse("-")).isEqualTo(moment);
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void aDateThatCannotExistIsNoDate(String text) {
        assertThat(Dates.moment(text, null)).isEmpty();
    }

    @Test
    void aDateWithoutZoneIsInTheSourcesZone() {
        var stockholm = ZoneId.of("Europe/Stockholm");

        assertThat(Dates.moment("2026-09-02 10:15", stockholm)).contains(Instant.parse("2026-09-02T08:15:00Z"));
        assertThat(Dates.moment("2.9.2026 10.15", stockholm)).contains(Instant.parse("2026-09-02T08:15:00Z"));
        assertThat(Dates.moment("2026-09-02 10:15 GMT", stockholm)).contains(Instant.parse("2026-09-02T10:15:00Z"));
    }

    static Stream<Object[]> spellings() throws IOException {
        return lines("one-moment").map(line -> line.split("\\|")).map(parts ->
                new Object[] {parts[0], parts.length == 1 ? 0 : Integer.parseInt(parts[1])});
    }

    static Stream<Object[]> others() throws IOException {
        return lines("others")
                .map(line ->
                        Arrays.stream(line.split(" \\| ")).map(String::strip).toArray());
    }

    static Stream<String> impossible() throws IOException {
        return lines("impossible");
    }

    private static Stream<String> lines(String table) throws IOException {
        return new ClassPathResource("dates/" + table + ".txt")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines();
    }
}
