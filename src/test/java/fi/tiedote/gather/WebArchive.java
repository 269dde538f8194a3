package fi.tiedote.gather;

import fi.tiedote.gather.SourceSettings.Kind;
import fi.tiedote.kit.FakeSource;
import fi.tiedote.kit.MovingClock;
import fi.tiedote.kit.TestDatabase;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A site with thirty articles and the lists that a test gives it, and the newsroom that reads it as the source "listing". */
class WebArchive implements AutoCloseable {
    static final String LIST = "/tiedotteet";

    final TestDatabase database = TestDatabase.fresh();
    final MovingClock clock = new MovingClock("2026-11-23T09:00:00Z");
    final FakeSource server = new FakeSource();
    final Newsroom newsroom = new Newsroom(
            database, clock, Newsroom.web(Kind.LISTING, server.url().resolve(LIST)));

    WebArchive() {
        IntStream.rangeClosed(1, 30).forEach(number -> article(number, "Silta " + number + " aukeaa"));
    }

    @Override
    public void close() throws IOException {
        newsroom.close();
        server.close();
    }

    Gathered gather() {
        return newsroom.gathering.gather("listing");
    }

    void translated(int number, String language, String title, String text) {
        server.shows("/tiedotteet/" + number, "text/html; charset=utf-8", """
                <!doctype html><html lang=%1$s><head><meta property=og:type content=article><title>%2$s</title>
                <link rel=alternate hreflang=fi href=/tiedotteet/1><link rel=alternate hreflang=sv href=/tiedotteet/2>
                <link rel=alternate hreflang=x-default href=/></head><main><h1>%2$s</h1><p>%3$s</p></main>
                """.formatted(language, title, text));
    }

    void list(String address, String pager, int... numbers) {
        var rows = Arrays.stream(numbers)
                .mapToObj(number ->
                        "<li><span>%d.11.2026</span> <a href='/tiedotteet/%d'>Silta %d aukeaa liikenteelle</a></li>"
                                .formatted(1 + (number - 1) % 20, number, number))
                .collect(Collectors.joining());
        server.shows(
                address,
                "text/html; charset=utf-8",
                "<!doctype html><html lang=fi><main><h1>Tiedotteet</h1><ul>" + rows + "</ul>" + pager + "</main>",
                "ETag",
                "\"" + rows.hashCode() + "\"");
    }

    void article(int number, String title) {
        server.shows(
                "/tiedotteet/" + number,
                "text/html; charset=utf-8",
                "<!doctype html><html lang=fi><meta property=og:type content=article><title>%1$s | Esimerkkilä</title><main><h1>%1$s</h1><p>Esimerkkilän kaupunki avaa sillan numero %2$d liikenteelle, ja kaikki ovat tervetulleita avajaisiin.</p></main>"
                        .formatted(title, number));
    }
}
