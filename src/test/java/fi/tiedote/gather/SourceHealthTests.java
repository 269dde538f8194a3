package fi.tiedote.gather;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tiedote.kit.FakeSource;
import fi.tiedote.kit.MovingClock;
import fi.tiedote.kit.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SourceHealthTests {
    private static final Map<String, String> TAG = Map.of("ETag", "\"1\"", "Content-Type", "application/rss+xml");

    private final TestDatabase database = TestDatabase.fresh();
    private final MovingClock clock = new MovingClock("2026-11-23T09:00:00Z");
    private final FakeSource server = new FakeSource();
    private Newsroom newsroom;

    @BeforeEach
    void open() {
        newsroom = new Newsroom(database, clock, Newsroom.feed("museum", server.url()));
        newsroom.turns.open();
    }

    @AfterEach
    void close() throws IOException {
        newsroom.close();
        server.close();
    }

    @Test
    void aSourceThatFallsSilentAgainstItsOwnRhythmIsSaidToBe() {
        server.answers(200, daily("2026-11-23T08:00:00Z", 10), TAG);
        look();
        assertThat(health())
                .returns(SourceState.HEALTHY, SourceHealth::state)
                .returns(10, SourceHealth::items)
                .returns(10L, SourceHealth::created)
                .returns(Instant.parse("2026-11-23T08:00:00Z"), SourceHealth::lastItem)
                .returns(Duration.ofDays(6), SourceHealth::expected);

        clock.advance(Duration.ofDays(5));
        server.answers(304, "", Map.of());
        look();
        assertThat(health().state()).isEqualTo(SourceState.HEALTHY);

        clock.advance(Duration.ofDays(2));
        server.answers(304, "", Map.of());
        look();
        assertThat(health())
                .returns(SourceState.SILENT, SourceHealth::state)
                .returns(clock.instant(), SourceHealth::since);

        server.answers(200, daily("2026-11-30T08:00:00Z", 10), TAG);
        look();
        assertThat(health().state()).isEqualTo(SourceState.HEALTHY);
    }

    @Test
    void whatTheSettingsExpectComesBeforeWhatWasLearned() throws IOException {
        try (var strict =
                new Newsroom(database, clock, Newsroom.expecting("council", server.url(), Duration.ofHours(12)))) {
            server.answers(200, daily("2026-11-23T08:00:00Z", 10), TAG);
            strict.gathering.gather("council");
            clock.advance(Duration.ofHours(13));
            server.answers(304, "", Map.of());
            strict.gathering.gather("council");

            assertThat(strict.gathering.health()).singleElement().returns(SourceState.SILENT, SourceHealth::state);
        }
    }

    @Test
    void aListInWhichNothingIsLeftIsAnAlarmUntilThereIsSomething() {
        server.answers(200, daily("2026-11-23T08:00:00Z", 3), TAG);
        look();
        server.answers(200, daily("2026-11-23T08:00:00Z", 0), TAG);
        look();
        assertThat(health().state()).isEqualTo(SourceState.EMPTY);

        server.answers(304, "", Map.of());
        look();
        assertThat(health().state()).isEqualTo(SourceState.EMPTY);

        server.answers(200, daily("2026-11-23T08:00:00Z", 3), TAG);
        look();
        assertThat(health().state()).isEqualTo(SourceState.HEALTHY);
    }

    @Test
    void brokenContentIsToldApartFromAServerThatIsAway() {
        server.answers(200, "<html><body>Tilapäinen häiriö</body></html>", Map.of());
        look();
        assertThat(health()).returns(SourceState.MALFORMED, SourceHealth::state);
        assertThat(health().problem()).contains("web page");

        server.answers(503, "", Map.of());
        look();
        assertThat(health())
                .returns(SourceState.FAILING, SourceHealth::state)
                .returns(2, SourceHealth::failures)
                .returns("the server answered 503", SourceHealth::problem);
    }

    @Test
    void whatIsGoneForGoodIsAskedOnlyWhenSomebodyWantsIt() {
        server.answers(410, "", Map.of());
        assertThat(newsroom.gathering.gatherNextDue(() -> {})).isTrue();
        assertThat(health()).returns(SourceState.STOPPED, SourceHealth::state).returns(null, SourceHealth::nextLook);

        clock.advance(Duration.ofDays(30));
        assertThat(newsroom.gathering.gatherNextDue(() -> {})).isFalse();

        server.answers(200, daily("2026-11-23T08:00:00Z", 3), TAG);
        assertThat(newsroom.gathering.gather("museum").created()).isEqualTo(3);
        assertThat(health().state()).isEqualTo(SourceState.HEALTHY);
        clock.advance(Duration.ofDays(1));
        server.answers(304, "", Map.of());
        assertThat(newsroom.gathering.gatherNextDue(() -> {})).isTrue();
    }

    @Test
    void anotherUrlIsAnotherSourceAndNoLongerStopped() throws IOException {
        server.answers(410, "", Map.of());
        look();
        try (var moved = new Newsroom(
                database, clock, Newsroom.feed("museum", server.url().resolve("/new.xml")))) {
            moved.turns.open();
            assertThat(moved.gathering.health()).singleElement().returns(SourceState.NEW, SourceHealth::state);
        }
    }

    @Test
    void aPermanentRedirectIsBelievedWhenItHasBeenThereThreeTimes() {
        for (var time = 0; time < 3; time++) {
            server.answers(301, "", Map.of("Location", "/new.xml")).answers(daily("2026-11-23T08:00:00Z", 3));
            look();
        }
        for (var time = 0; time < 3; time++) {
            server.answers(daily("2026-11-23T08:00:00Z", 3));
            look();
        }
        assertThat(server.asked())
                .containsExactly(
                        "/feed.xml",
                        "/new.xml",
                        "/feed.xml",
                        "/new.xml",
                        "/feed.xml",
                        "/new.xml",
                        "/new.xml",
                        "/new.xml",
                        "/new.xml");

        server.answers(404, "", Map.of());
        look();
        server.answers(daily("2026-11-23T08:00:00Z", 3));
        look();
        assertThat(server.asked()).last().isEqualTo("/feed.xml");
    }

    @Test
    void aTemporaryRedirectIsNeverBelieved() {
        for (var time = 0; time < 4; time++) {
            server.answers(307, "", Map.of("Location", "/new.xml")).answers(daily("2026-11-23T08:00:00Z", 3));
            look();
        }
        server.answers(daily("2026-11-23T08:00:00Z", 3));
        look();
        assertThat(server.asked()).last().isEqualTo("/feed.xml");
    }

    @Test
    void figuresTellOfEachSource() {
        server.answers(200, daily("2026-11-23T08:00:00Z", 3), TAG);
        look();
        var figures = new SimpleMeterRegistry();
        new SourceFigures(newsroom.healths, newsroom.list, figures);

        assertThat(figures.get("tiedote.source.healthy")
                        .tag("source", "museum")
                        .gauge()
                        .value())
                .isEqualTo(1);
        assertThat(figures.get("tiedote.source.releases")
                        .tag("source", "museum")
                        .gauge()
                        .value())
                .isEqualTo(3);
        assertThat(figures.get("tiedote.source.last.item")
                        .tag("source", "museum")
                        .gauge()
                        .value())
                .isEqualTo((double) Instant.parse("2026-11-23T08:00:00Z").getEpochSecond());
        assertThat(figures.get("tiedote.sources")
                        .tag("state", "healthy")
                        .gauge()
                        .value())
                .isEqualTo(1);
    }

    @Test
    void aSourceThatIsStillIsAskedMoreSeldomAndAtLeastOnceADay() {
        server.answers(200, daily("2026-11-23T08:00:00Z", 1), TAG);
        look();
        assertThat(nextLook()).isBetween(Duration.ofMinutes(10), Duration.ofMinutes(11));
        clock.advance(Duration.ofDays(2));
        server.answers(304, "", Map.of());
        look();
        assertThat(nextLook()).isBetween(Duration.ofHours(2), Duration.ofHours(3));
        clock.advance(Duration.ofDays(60));
        server.answers(304, "", Map.of());
        look();
        assertThat(nextLook()).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void whatTheFeedAskedHoldsWhileItDoesNotChange() {
        server.answers(200, daily("2026-11-23T08:00:00Z", 1).replace("<link>", "<ttl>120</ttl><link>"), TAG);
        look();
        assertThat(nextLook()).isBetween(Duration.ofMinutes(120), Duration.ofMinutes(132));
        server.answers(304, "", Map.of());
        look();
        assertThat(nextLook()).isBetween(Duration.ofMinutes(120), Duration.ofMinutes(132));
        server.answers(304, "", Map.of("Cache-Control", "public, max-age=18000"));
        look();
        assertThat(nextLook()).isBetween(Duration.ofHours(5), Duration.ofMinutes(330));
    }

    private Duration nextLook() {
        return Duration.between(clock.instant(), health().nextLook());
    }

    private void look() {
        newsroom.gathering.gather("museum");
    }

    private SourceHealth health() {
        return newsroom.gathering.health().get(0);
    }

    private static String daily(String newest, int count) {
        return "<rss version=\"2.0\"><channel><title>Museo</title><link>https://example.org</link><description>d</description>"
                + IntStream.range(0, count)
                        .mapToObj(back -> Instant.parse(newest).minus(Duration.ofDays(back)))
                        .map(
                                "<item><guid>%1$s</guid><title>Otsikko %1$s</title><pubDate>%1$s</pubDate><description>T.</description></item>"
                                        ::formatted)
                        .collect(Collectors.joining())
                + "</channel></rss>";
    }
}
