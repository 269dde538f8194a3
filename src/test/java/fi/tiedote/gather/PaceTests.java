package fi.tiedote.gather;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tiedote.reading.Origin;
import fi.tiedote.reading.Wishes;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.apache.hc.core5.http.message.BasicHttpResponse;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTests {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private final SourceSettings source = Newsroom.feed("museum", URI.create("https://museum.example.fi/feed"));

    @ParameterizedTest
    @CsvSource({"1, PT10M, PT11M", "2, PT20M, PT22M", "3, PT40M, PT44M", "8, PT21H20M, PT24H", "50, PT24H, PT24H"})
    void eachFailureWaitsLongerAndNoneForEver(int failures, Duration least, Duration most) {
        var due = new Pace().afterFailure(source, failures, Duration.ZERO, NOW);

        assertThat(Duration.between(NOW, due)).isBetween(least, most);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "PT0S, -, PT0S, PT10M",
                "PT1H, -, PT0S, PT10M",
                "PT24H, -, PT0S, PT1H",
                "PT24H, PT2H, PT0S, PT10M",
                "PT240H, PT48H, PT0S, PT2H",
                "PT24000H, -, PT0S, PT24H",
                "PT0S, -, PT5H, PT5H",
                "PT0S, -, PT23H59M, PT23H59M"
            })
    void aLookComesByHowOftenThereIsSomethingAndByWhatTheServerSays(
            Duration still, Duration rhythm, Duration fresh, Duration expected) {
        var due = new Pace().afterSuccess(source, new Pace.Signs(still, rhythm, fresh, Wishes.NONE, false), NOW);

        assertThat(Duration.between(NOW, due))
                .isBetween(expected, expected.multipliedBy(11).dividedBy(10))
                .isLessThanOrEqualTo(Duration.ofDays(1));
    }

    @RepeatedTest(20)
    void neverSoonerThanTheSettingsSay() {
        assertThat(new Pace().afterSuccess(source, Pace.Signs.NONE, NOW)).isAfterOrEqualTo(NOW.plus(source.every()));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\0',
            delimiter = '|',
            value = {
                "<ttl>90</ttl> | PT1H30M | 2026-11-23T09:00:00Z",
                "<ttl>-1</ttl> | PT0S | 2026-11-23T09:00:00Z",
                "<ttl>99999999</ttl> | PT24H | 2026-11-23T09:00:00Z",
                "<sy:updatePeriod>hourly</sy:updatePeriod> | PT1H | 2026-11-23T09:00:00Z",
                "<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency> | PT6H | 2026-11-23T09:00:00Z",
                "<sy:updatePeriod>soon</sy:updatePeriod> | PT0S | 2026-11-23T09:00:00Z",
                "<skipHours><hour>9</hour><hour>10</hour><hour>x</hour></skipHours> | PT0S | 2026-11-23T11:00:00Z",
                "<skipDays><day>Monday</day><day>Someday</day></skipDays> | PT0S | 2026-11-24T00:00:00Z"
            })
    void theFeedsWishesAreUnderstoodAndKept(String elements, Duration every, Instant free) {
        var channel = Jsoup.parse(
                        "<channel>" + elements + "</channel>",
                        "",
                        Parser.xmlParser().settings(org.jsoup.parser.ParseSettings.htmlDefault))
                .expectFirst("channel");
        var wishes = Wishes.of(channel, new Origin(URI.create("https://example.org/"), "", null, null));

        assertThat(wishes.every()).isEqualTo(every);
        assertThat(wishes.free(NOW)).isEqualTo(free);
        assertThat(Wishes.of(wishes.text()).free(NOW)).isEqualTo(free);
        assertThat(Wishes.of(wishes.text()).every()).isEqualTo(every);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "120, PT2M",
                "120.5, PT2M",
                "'Mon, 23 Nov 2026 10:00:00 GMT', PT1H",
                "'Monday, 23-Nov-26 10:00:00 GMT', PT1H",
                "'Mon Nov 23 10:00:00 2026', PT1H",
                "'Mon, 23 Nov 2020 10:00:00 GMT', PT0S",
                "99999999, P1D",
                "99999999999999999999, P1D",
                "-5, PT0S",
                "soon, PT0S",
                "-, PT0S"
            })
    void secondsAndDatesAreUnderstood(String header, Duration wait) {
        assertThat(RetryAfter.of(header, NOW)).isEqualTo(wait);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "max-age=3600, -, -, PT1H",
                "'public, Max-Age=\"60\"', -, -, PT1M",
                "max-age=3600, -, 600, PT50M",
                "max-age=60, -, 600, PT0S",
                "max-age=99999999999, -, -, P1D",
                "'no-cache, max-age=3600', -, -, PT0S",
                "no-store, 'Mon, 23 Nov 2026 10:00:00 GMT', -, PT0S",
                "-, 'Mon, 23 Nov 2026 10:00:00 GMT', -, PT1H",
                "public, 'Mon, 23 Nov 2026 10:00:00 GMT', -, PT1H",
                "-, 0, -, PT0S",
                "-, 'Thu, 01 Jan 1970 00:00:00 GMT', -, PT0S",
                "-, -, -, PT0S"
            })
    void anAnswerIsFreshForAsLongAsTheServerSays(String control, String expires, String age, Duration fresh) {
        var response = new BasicHttpResponse(200);
        if (control != null) {
            response.addHeader("Cache-Control", control);
        }
        if (expires != null) {
            response.addHeader("Expires", expires);
        }
        if (age != null) {
            response.addHeader("Age", age);
        }
        assertThat(Freshness.of(response, NOW)).isEqualTo(fresh);
    }

    @Test
    void expiryCountsByTheServersOwnClock() {
        var response = new BasicHttpResponse(200);
        response.addHeader("Date", "Mon, 23 Nov 2026 08:00:00 GMT");
        response.addHeader("Expires", "Mon, 23 Nov 2026 10:00:00 GMT");

        assertThat(Freshness.of(response, NOW)).isEqualTo(Duration.ofHours(2));
    }
}
