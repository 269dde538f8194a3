package fi.tiedote.feed;

import static fi.tiedote.feed.FeedDocument.dom;
import static fi.tiedote.feed.FeedDocument.elements;
import static fi.tiedote.feed.FeedDocument.ids;
import static fi.tiedote.feed.FeedDocument.link;
import static fi.tiedote.feed.FeedDocument.next;
import static org.assertj.core.api.Assertions.assertThat;

import fi.tiedote.city.Language;
import fi.tiedote.release.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/** What a feed and its pages have in them, whatever they are written in. */
class FeedPagesTests {
    private final PressOffice office = new PressOffice();

    @AfterEach
    void close() {
        office.closeDatabase();
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void walkingThePagesYieldsEachReleaseOnce(Format format) throws Exception {
        var ids = IntStream.range(0, 11)
                .mapToObj(number -> office.publishAt("a" + number, "2026-11-2" + number % 3 + "T08:00:00.123456Z"))
                .map(id -> "urn:uuid:" + office.release(id).uuid())
                .toList();
        var walked = new ArrayList<String>();
        var address = "?limit=3";
        while (address.startsWith("?")) {
            office.publishAt("new" + walked.size(), "2026-11-23T08:00:00Z");
            var query = (FeedQuery) Enquiry.read(address.substring(1), PressOffice.VOCABULARY);
            assertThat(query.text()).isEqualTo(address);
            var page = office.printer.print(new Address(format, query)).bytes(false);
            walked.addAll(ids(format, page));
            address = next(format, page).replaceFirst("^[^?]*", "");
        }

        assertThat(walked).doesNotHaveDuplicates().containsAll(ids).hasSize(12);
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"RSS", "ATOM"})
    void whatLiesBehindTheFirstPageIsAnArchive(Format format) throws Exception {
        IntStream.range(0, 5).forEach(number -> office.publishAt("a" + number, "2026-11-20T08:00:00Z"));
        var first = new FeedQuery(Selection.EVERYTHING, 2, null);
        var address = next(format, office.page(format, first)).replaceFirst("^[^?]*\\?", "");
        var archive = (FeedQuery) Enquiry.read(address, PressOffice.VOCABULARY);
        var page = office.page(format, archive);
        office.publish("new", Language.FI, "<p>Auki.</p>");

        assertThat(elements(dom(office.page(format, first)), "fh:archive")).isEmpty();
        assertThat(elements(dom(page), "fh:archive")).hasSize(1);
        assertThat(link(dom(page), "current"))
                .containsExactly("https://tiedote.example.fi/feeds/releases." + format.extension() + "?limit=2");
        assertThat(link(dom(page), "prev-archive")).hasSize(1).isEqualTo(link(dom(page), "next"));
        assertThat(office.page(format, archive)).isEqualTo(page);
    }

    @Test
    void selectionsNarrow() throws Exception {
        office.publish("a", Language.FI, "<p>Uimahalli avataan.</p>", "liikunta");
        office.publish("b", Language.FI, "<p>Koulu alkaa.</p>", "opetus");
        office.publish("c", Language.SV, "<p>Skolan börjar.</p>", "opetus");

        assertThat(titles(new Selection(List.of(Language.FI), List.of("opetus", "liikunta"), List.of(), "")))
                .containsExactly("Otsikko b", "Otsikko a");
        assertThat(titles(new Selection(List.of(), List.of("opetus"), List.of(), "uimahalli")))
                .isEmpty();
        assertThat(titles(new Selection(List.of(), List.of(), List.of(), "uimahallissa or skolan")))
                .containsExactly("Otsikko c", "Otsikko a");
    }

    private List<String> titles(Selection selection) {
        var items = JsonMapper.shared()
                .readTree(office.feed(Format.JSON, selection))
                .get("items");
        return items.valueStream().map(item -> item.get("title").asString()).toList();
    }
}
