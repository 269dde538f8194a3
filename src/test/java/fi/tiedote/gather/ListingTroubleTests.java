package fi.tiedote.gather;

import static fi.tiedote.gather.WebArchive.LIST;
import static org.assertj.core.api.Assertions.assertThat;

import fi.tiedote.gather.SourceSettings.Kind;
import fi.tiedote.kit.FakeSource;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists and articles that are refused, gone, or without end. */
class ListingTroubleTests {
    private final WebArchive archive = new WebArchive();
    private final FakeSource server = archive.server;
    private final Newsroom newsroom = archive.newsroom;

    @AfterEach
    void close() throws IOException {
        archive.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 429, 503})
    void aHostThatRefusesOneArticleIsNotAskedForTheOthersInThatLook(int status) {
        archive.list(LIST, "", 5, 4, 3, 2, 1);
        IntStream.rangeClosed(1, 5)
                .forEach(number -> server.shows("/tiedotteet/" + number, exchange -> {
                    exchange.getResponseHeaders().add("Retry-After", "7200");
                    exchange.sendResponseHeaders(status, -1);
                }));

        var look = archive.gather();
        assertThat(server.asked()).hasSize(2);
        assertThat(look.problems()).singleElement().asString().contains("" + status, "is left alone", "next");
        assertThat(look.again()).isFalse();
        assertThat(newsroom.gathering.health().get(0).nextLook())
                .isAfterOrEqualTo(archive.clock.instant().plus(Duration.ofHours(2)));

        IntStream.rangeClosed(1, 5).forEach(number -> archive.article(number, "Silta " + number + " aukeaa"));
        archive.clock.advance(Duration.ofHours(3));
        archive.gather();
        assertThat(newsroom.titles()).hasSize(5);
        assertThat(newsroom.announced()).isEmpty();
    }

    @Test
    void aPageOfTheListThatIsRefusedIsNotAskedForAgainAtOnce() {
        archive.list(LIST, "<a href='?page=1'>Seuraava</a>", 6, 5);
        server.shows(LIST + "?page=1", exchange -> exchange.sendResponseHeaders(429, -1));

        var look = archive.gather();
        assertThat(look.again()).isFalse();
        assertThat(server.asked()).containsExactly(LIST, LIST + "?page=1");
        assertThat(look.problems()).singleElement().asString().contains("429", "the next look goes on there");
    }

    @ParameterizedTest
    @CsvSource({"LISTING, 410, STOPPED", "LISTING, 503, FAILING", "SITEMAP, 410, STOPPED", "SITEMAP, 503, FAILING"})
    void aListThatIsGoneForGoodStopsAndOneThatIsAwayDoesNot(Kind kind, int status, SourceState state) {
        server.shows("/pois", exchange -> exchange.sendResponseHeaders(status, -1));
        try (var other = new Newsroom(
                archive.database, archive.clock, Newsroom.web(kind, server.url().resolve("/pois")))) {
            other.gathering.gather(kind.name().toLowerCase(Locale.ROOT));

            assertThat(other.gathering.health().get(0).state()).isEqualTo(state);
        }
    }

    @Test
    void aListWithoutEndIsLeftAfterAThousandPages() {
        archive.list(LIST, "<a href='?page=1'>Seuraava</a>", 6, 5);
        archive.gather();
        archive.database
                .jdbc()
                .sql("UPDATE source SET mark = :mark")
                .param("mark", " 2026-11-23T09:00:00Z " + server.url().resolve(LIST + "?page=998") + " 998")
                .update();
        archive.list(LIST + "?page=998", "<a href='?page=999'>Seuraava</a>", 4, 14);
        archive.list(LIST + "?page=999", "<a href='?page=1000'>Seuraava</a>", 3, 13);
        archive.list(LIST + "?page=1000", "<a href='?page=1001'>Seuraava</a>", 2, 12);

        assertThat(archive.gather().problems()).singleElement().asString().contains("after 1000 pages", "?page=999");
        assertThat(server.asked()).doesNotContain(LIST + "?page=999");
        assertThat(archive.gather().problems()).isEmpty();
    }
}
