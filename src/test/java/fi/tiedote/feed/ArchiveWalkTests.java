package fi.tiedote.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fi.tiedote.city.Language;
import fi.tiedote.kit.Drafts;
import fi.tiedote.release.Selection;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Walking back through the archives (RFC 5005) while the releases change. */
class ArchiveWalkTests {
    private static final int RELEASES = 23;

    private final PressOffice office = new PressOffice();
    private final List<Long> ids = IntStream.range(0, RELEASES)
            .mapToObj(number -> {
                office.clock.advance(Duration.ofMinutes(1));
                return office.publishAt(title(number), office.clock.instant().toString());
            })
            .toList();
    private final List<String> seen = new ArrayList<>();

    @AfterEach
    void close() {
        office.closeDatabase();
    }

    @Test
    void eachReleaseIsMetOnce() throws Exception {
        walk(page -> {});

        assertThat(seen).isEqualTo(newestFirst());
    }

    /** What is new lies before the first page, where who comes again finds it. */
    @Test
    void whatIsPublishedMeanwhileMovesNothing() throws Exception {
        var secret = Drafts.plain("salainen");
        office.desk.keep(Drafts.embargoed(secret, office.clock.instant().plus(Duration.ofDays(1))));
        walk(page -> {
            office.clock.advance(Duration.ofMinutes(1));
            office.publishAt("uusi" + page, office.clock.instant().toString());
            if (page == 2) {
                office.desk.keep(Drafts.embargoed(secret, office.clock.instant()));
            }
        });

        assertThat(seen).isEqualTo(newestFirst());
        seen.clear();
        walk(page -> {});
        assertThat(seen).containsOnlyOnce("Otsikko salainen").hasSize(RELEASES + 6 + 1);
    }

    @Test
    void whatIsCorrectedMeanwhileIsMetOnceAsItIsByThen() throws Exception {
        walk(page -> {
            if (page == 1) {
                correct(0);
                correct(RELEASES - 1);
            }
        });

        var expected = newestFirst();
        expected.set(RELEASES - 1, "Korjattu " + title(0));
        assertThat(seen).isEqualTo(expected);
    }

    @Test
    void whatIsWithdrawnMeanwhileIsMissingAlone() throws Exception {
        walk(page -> {
            if (page == 1) {
                // Seen already; the last of the next page's bookmark; further back; the very last.
                List.of(RELEASES - 1, RELEASES - 4, 9, 0).forEach(number -> office.desk.withdraw(ids.get(number)));
            }
        });

        var expected = newestFirst();
        expected.remove("Otsikko " + title(9));
        expected.remove("Otsikko " + title(0));
        assertThat(seen).isEqualTo(expected);
        assertThat(Jsoup.parse(page(first()), "", Parser.xmlParser()).select("at|deleted-entry"))
                .hasSize(4);
    }

    private interface Meanwhile {
        void after(int page);
    }

    private void walk(Meanwhile meanwhile) throws IOException {
        var next = Optional.of(first());
        for (var number = 1; next.isPresent(); number++) {
            var page = document(next.get());
            page.select("entry > title").forEach(title -> seen.add(title.text()));
            next = Optional.ofNullable(page.selectFirst("feed > link[rel=prev-archive]"))
                    .map(link -> address(link.attr("href")));
            meanwhile.after(number);
        }
    }

    private Document document(Address address) throws IOException {
        return Jsoup.parse(new ByteArrayInputStream(page(address).getBytes(UTF_8)), "UTF-8", "", Parser.xmlParser());
    }

    private String page(Address address) {
        return new String(office.printer.print(address).bytes(false), UTF_8);
    }

    private static Address first() {
        return new Address(Format.ATOM, new FeedQuery(Selection.EVERYTHING, 4, null));
    }

    private static Address address(String link) {
        var url = URI.create(link);
        var way = new Directions(Address.FOLDER, PressOffice.VOCABULARY)
                .to(url.getPath(), url.getRawQuery())
                .orElseThrow();
        return new Address(way.format(), (Subject) way.asked());
    }

    private void correct(int number) {
        var item = title(number);
        var plain = Drafts.of(item, item, Language.FI, "Korjattu " + item, "<p>Toisin.</p>", Set.of());
        assertThat(office.desk.keep(plain).id()).isEqualTo(ids.get(number));
    }

    private static List<String> newestFirst() {
        return new ArrayList<>(IntStream.range(0, RELEASES)
                .mapToObj(number -> "Otsikko " + title(RELEASES - 1 - number))
                .toList());
    }

    private static String title(int number) {
        return "t%02d".formatted(number);
    }
}
