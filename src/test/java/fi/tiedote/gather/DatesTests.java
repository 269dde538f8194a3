package fi.tiedote.gather;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every form of a date that feeds have, against the moment that it means. */
class DatesTests {
    private static final String SAME_MOMENT = """
            Wed, 02 Sep 2026 10:15:00 GMT
            Wed, 02 Sep 2026 10:15:00 UT
            Wed, 02 Sep 2026 10:15:00 UTC
            Wed, 02 Sep 2026 10:15:00 Z
            Wed, 02 Sep 2026 10:15:00 +0000
            Wed, 02 Sep 2026 10:15:00 -0000
            Wed, 02 Sep 2026 10:15 GMT
            Wed,02 Sep 2026 10:15:00 GMT
            Wed, 2 Sep 26 10:15:00 GMT
            2 Sep 26 10:15 GMT
            02 Sep 2026 10:15:00 GMT
            Mon, 02 Sep 2026 10:15:00 GMT
            Foo, 02 Sep 2026 10:15:00 GMT
            Wednesday, 02 September 2026 10:15:00 GMT
            Wednesday, 02-Sep-26 10:15:00 GMT
            Wed, 02-Sep-2026 10:15:00 GMT
            wed, 02 sep 2026 10:15:00 gmt
            Wed, 02 Sep 2026 10:15:00 +0300 (EEST)|-3
            Wed, 02 Sep 2026 13:15:00 +0300
            Wed, 02 Sep 2026 13:15:00 +03:00
            Wed, 02 Sep 2026 13:15:00 GMT+3
            Wed, 02 Sep 2026 13:15:00 GMT+0300
            Wed, 02 Sep 2026 13:15:00 EEST
            Wed, 02 Sep 2026 12:15:00 CEST
            Wed, 02 Sep 2026 11:15:00 BST
            Wed, 02 Sep 2026 05:15:00 EST
            Wed, 02 Sep 2026 06:15:00 EDT
            Wed, 02 Sep 2026 04:15:00 CST
            Wed, 02 Sep 2026 05:15:00 CDT
            Wed, 02 Sep 2026 03:15:00 MST
            Wed, 02 Sep 2026 04:15:00 MDT
            Wed, 02 Sep 2026 02:15:00 PST
            Wed, 02 Sep 2026 03:15:00 PDT
            Wed, 02 Sep 2026 09:15:00 A
            Wed, 02 Sep 2026 11:15:00 N
            Tue, 01 Sep 2026 22:15:00 M
            Wed, 02 Sep 2026 22:15:00 Y
            Wed, 02 Sep 2026 10:15:00 XYZ
            Wed, 02 Sep 2026 13:15:00 Europe/Helsinki
            Wed, 02 Sep 2026 05:15:00 -0500 EST
            Wed,   02   Sep   2026   10:15:00   GMT
            Wed Sep 02 2026 13:15:00 GMT+0300 (EEST)
            2026-09-02T13:15:00+03:00[Europe/Helsinki]
            2026-09-02T10:15:00Z[UTC]
            Fri, 09/02/2026 - 10:15
            ons 2 sep 2026 13:15
            Sept 2, 2026 10:15 GMT
            Sep. 2, 2026 10:15 GMT
            September 2, 2026, 10:15 am GMT
            September 2nd, 2026 10:15 AM GMT
            Wednesday, September 2, 2026 10:15 a.m. UTC
            Wed Sep  2 10:15:00 2026
            Wed Sep 02 10:15:00 2026
            Wed Sep  2 10:15:00 UTC 2026
            Wed Sep  2 13:15:00 EEST 2026
            2026-09-02T10:15:00Z
            2026-09-02t10:15:00z
            2026-09-02T10:15Z
            2026-09-02T10:15:00.0Z
            2026-09-02T10:15:00.000000000000Z
            2026-09-02T10:15:00,0Z
            2026-09-02 10:15:00Z
            2026-09-02 10:15:00 +0000 UTC
            2026-09-02T13:15:00+03:00
            2026-09-02T13:15:00+0300
            2026-09-02T13:15:00+03
            2026-09-02T13:15:00 +03:00
            2026-09-02 13:15:00 +0300
            2026-09-02T05:15:00-05:00
            2026-09-02T05:15:00 EST
            2026-09-02T15:45:00+05:30
            20260902T101500Z
            20260902T1015Z
            20260902T131500+0300
            20260902101500
            2026-W36-3T10:15:00Z
            2026W363T101500Z
            2026-245T10:15:00Z
            2026245T101500Z
            2026/09/02 10:15:00 GMT
            2026-9-2 10:15 GMT
            26-09-02T10:15:00Z
            2026-09-02T10:15:00
            2026-09-02 10:15
            02 Sep 2026 10:15
            9/2/2026 10:15:00 AM
            2.9.2026 13.15
            2.9.2026 klo 13.15
            Julkaistu: 2.9.2026 klo 13.15
            2.9.2026 – 13.15
            Wed, 09/02/2026 - 10:15
            2.9.2026 klo 13:15
            ke 2.9.2026 13.15
            ke 2.9.2026 klo 13.15
            keskiviikko 2.9.2026 klo 13.15
            keskiviikkona 2. syyskuuta 2026 klo 13.15
            2. syyskuuta 2026 kello 13.15
            2. syyskuuta 2026 13:15
            02.09.2026, 13:15
            02.09.2026 13:15:00
            onsdag 2 september 2026 kl. 13.15
            onsdagen den 2 september 2026 kl. 13.15
            2 september 2026 kl 13.15
            ons 2.9.2026 kl. 13.15
            2.9.2026 kl. 13.15
            ke, 02 syys 2026 13:15:00 +0300
            ons, 02 sep 2026 13:15:00 +0300
            Τετ, 02 Σεπ 2026 10:15:00 GMT
            2026-szeptember-02T10:15Z
            2026. szeptember 2. 10:15 GMT
            2026년 09월 02일 오전 10:15:00|-9
            2026-09-02 오전 10:15:00|-9
            2026年9月2日 10:15:00
            Mi, 02 Sep 2026 10:15:00 GMT
            mer. 02 sept. 2026 10:15:00 GMT
            Ср, 02 сен 2026 10:15:00 GMT
            mercredi 2 septembre 2026 à 10h15
            mercredi 2 septembre 2026 à 10 h 15
            le mercredi 2 septembre 2026, 10:15
            mar 2 sept. 2026 10:15
            Mittwoch, 2. September 2026, 10.15 Uhr
            Mittwoch, den 2. September 2026 um 10:15 Uhr
            am 2. September 2026 um 10:15 Uhr UTC
            miércoles 2 de septiembre de 2026 10:15
            mercoledì 2 settembre 2026 ore 10.15
            1788344100
            1788344100000
            """;
    private static final String OTHERS = """
            2026-09-02 | 2026-09-02T00:00:00Z
            20260902 | 2026-09-02T00:00:00Z
            2026-09 | 2026-09-01T00:00:00Z
            2026 | 2026-01-01T00:00:00Z
            2026-245 | 2026-09-02T00:00:00Z
            2026-W36 | 2026-08-31T00:00:00Z
            2 Sep 2026 | 2026-09-02T00:00:00Z
            September 2026 | 2026-09-01T00:00:00Z
            2 Sep 2026 EST | 2026-09-02T05:00:00Z
            4.10.2015 | 2015-10-03T21:00:00Z
            4. lokakuuta 2015 | 2015-10-03T21:00:00Z
            tiistai 20.1.2026 | 2026-01-19T22:00:00Z
            1 januari 2026 | 2025-12-31T22:00:00Z
            6 maj 2026 | 2026-05-05T21:00:00Z
            6. toukokuuta 2026 | 2026-05-05T21:00:00Z
            31. joulukuuta 2026 klo 23.59 | 2026-12-31T21:59:00Z
            2026-09-02T10:15:00.5Z | 2026-09-02T10:15:00.500Z
            2026-09-02T10:15:00.123456Z | 2026-09-02T10:15:00.123456Z
            2026-09-02T10:15:00.123456789123Z | 2026-09-02T10:15:00.123456789Z
            2026-09-02T24:00:00Z | 2026-09-03T00:00:00Z
            2016-12-31T23:59:60Z | 2017-01-01T00:00:00Z
            Sat, 31 Dec 2016 23:59:60 GMT | 2017-01-01T00:00:00Z
            Thu, 01 Jan 70 00:00:00 GMT | 1970-01-01T00:00:00Z
            Fri, 01 Jan 99 00:00:00 GMT | 1999-01-01T00:00:00Z
            Sat, 01 Jan 49 00:00:00 GMT | 2049-01-01T00:00:00Z
            Mon, 1 Jan 100 00:00:00 GMT | 2000-01-01T00:00:00Z
            29 Feb 2024 12:00:00 GMT | 2024-02-29T12:00:00Z
            13/9/2026 | 2026-09-13T00:00:00Z
            12:00 am is missing | -
            9/2/2026 12:30 am | 2026-09-02T00:30:00Z
            9/2/2026 12:30 pm | 2026-09-02T12:30:00Z
            9/2/2026 1:30 PM | 2026-09-02T13:30:00Z
            2026-09-02 오후 11:23:17 | 2026-09-02T14:23:17Z
            mar., 01 déc. 2026 16:11:02 +0000 | 2026-12-01T16:11:02Z
            Mar 2, 2026 | 2026-03-02T00:00:00Z
            Wed , 02 Sep 2026 10:15:00 GMT | 2026-09-02T10:15:00Z
            Wed, 2 Sep 2026 9:5:3 GMT | 2026-09-02T09:05:03Z
            2026-09-02T10:15:00+03:00Z | 2026-09-02T07:15:00Z
            Wed, 02 Sep 2026 10:15:00 --0300 | 2026-09-02T13:15:00Z
            Wed Sep 2 10:15:00 2026 EST | 2026-09-02T15:15:00Z
            Wed, 2 September 2026 10:15:00 AT | 2026-09-02T14:15:00Z
            mardi 25 novembre 2026 à 14h30 | 2026-11-25T14:30:00Z
            mardi 1er décembre 2026 à 9h | 2026-12-01T09:00:00Z
            25 novembre 2026 | 2026-11-25T00:00:00Z
            Samstag, 28. November 2026 | 2026-11-28T00:00:00Z
            2 août 2026 à 10 heures 15 | 2026-08-02T10:15:00Z
            Wed, 02 Sep 2026 10:15:00 H | 2026-09-02T18:15:00Z
            1900-01-01 | 1900-01-01T00:00:00Z
            2.9.2026 klo 9 | 2026-09-02T06:00:00Z
            2.9.2026 klo 9-11 | 2026-09-02T06:00:00Z
            2.9.2026 klo 9–11 | 2026-09-02T06:00:00Z
            2.9.2026 klo 9.30 – 11 | 2026-09-02T06:30:00Z
            2.9.2026 klo 9.30-11.00 | 2026-09-02T06:30:00Z
            2026-09-02T10:15-11:00 | 2026-09-02T21:15:00Z
            2026-09-02T10-11:00 | 2026-09-02T21:00:00Z
            Wed, 02 09 2026 10:15:00 +0000 | 2026-09-02T10:15:00Z
            2026-009-02T10:15:00Z | 2026-09-02T10:15:00Z
            2. nóvember 2026 | 2026-11-02T00:00:00Z
            260902 | 2026-09-02T00:00:00Z
            -26-09 | 2026-09-01T00:00:00Z
            -2609 | 2026-09-01T00:00:00Z
            """;
    private static final String IMPOSSIBLE = """
            32 Feb 2026 10:15:00 GMT
            Wed, 32 Sep 2026 10:15:00 GMT
            29 Feb 2026 10:15:00 GMT
            31 Sep 2026
            31.9.2026
            30. helmikuuta 2026
            2026-02-31
            2026-13-01
            2026-00-10
            2026-366
            2026-W54-1
            2026-09-02T25:00:00Z
            2026-09-02T24:00:01Z
            2026-09-02T10:61:00Z
            2026-09-02T10:15:61Z
            2026-09-02T10:15:00+25:00
            2 Foo 2026 10:15:00 GMT
            0 Sep 2026
            13/13/2026
            9/2/2026 13:30 am
            tomorrow
            Wednesday
            10:15
            -
            0000000
            2026-09-02 tomorrow
            2026-09-02-01
            269932
            0001-01-01T00:00:00Z
            0001-01-01T00:00:00+02:00
            Mon, 01 Jan 0001 00:00:00 +0000
            Sat, 01 Jan 0002 00:00:00 GMT
            0000-00-00 00:00:00
            0000-01-01
            -0001-11-30T00:00:00+00:00
            Wed, 30 Nov -0001 00:00:00 +0000
            1899-12-30T00:00:00Z
            2.9.
            """;

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

    static Stream<Object[]> spellings() {
        return SAME_MOMENT.lines().map(line -> line.split("\\|")).map(parts ->
                new Object[] {parts[0], parts.length == 1 ? 0 : Integer.parseInt(parts[1])});
    }

    static Stream<Object[]> others() {
        return OTHERS.lines()
                .map(line ->
                        Arrays.stream(line.split(" \\| ")).map(String::strip).toArray());
    }

    static Stream<String> impossible() {
        return IMPOSSIBLE.lines();
    }
}
