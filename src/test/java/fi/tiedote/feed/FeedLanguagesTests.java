package fi.tiedote.feed;

import static fi.tiedote.feed.FeedDocument.dom;
import static fi.tiedote.feed.FeedDocument.elements;
import static fi.tiedote.feed.FeedDocument.texts;
import static org.assertj.core.api.Assertions.assertThat;

import fi.tiedote.city.Language;
import fi.tiedote.kit.Drafts;
import fi.tiedote.release.Selection;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What feeds say of the languages of their releases. */
class FeedLanguagesTests {
    private final PressOffice office = new PressOffice();
    private final Printed printed = new Printed(office);

    @AfterEach
    void close() {
        office.closeDatabase();
    }

    @Test
    void languageIsToldOnceForAFeedOfOneAndOfEachEntryOtherwise() throws Exception {
        office.desk.keep(Drafts.of("a.fi", "a", Language.FI, "Uimahalli", "<p>Auki.</p>", Set.of("liikunta")));
        office.desk.keep(Drafts.of("a.sv", "a", Language.SV, "Simhallen", "<p>Öppet.</p>", Set.of("liikunta")));

        assertThat(texts(printed.document(Format.RSS), "language")).isEmpty();
        assertThat(texts(printed.document(Format.RSS), "dc:language")).containsExactly("sv", "fi");
        assertThat(texts(printed.document(Format.RSS), "dc:date")).isEmpty();
        assertThat(texts(printed.document(Format.RSS), "category"))
                .containsExactly("Liikunta sv", "Keskusta sv", "Liikunta", "Keskusta");
        assertThat(elements(printed.document(Format.ATOM), "entry").map(entry -> entry.getAttribute("xml:lang")))
                .containsExactly("sv", "fi");
        assertThat(printed.json().has("language")).isFalse();
        assertThat(printed.json().at("/items/0/language").asString()).isEqualTo("sv");

        var swedish = new Selection(List.of(Language.SV), List.of(), List.of(), "");
        assertThat(texts(dom(office.feed(Format.RSS, swedish)), "language")).containsExactly("sv");
        assertThat(dom(office.feed(Format.ATOM, swedish)).getDocumentElement().getAttribute("xml:lang"))
                .isEqualTo("sv");
    }

    @Test
    void languageVersionsPointAtEachOtherEvenFromAFeedOfOne() throws Exception {
        var finnish = office.desk.keep(Drafts.of("a.fi", "a", Language.FI, "Uimahalli", "<p>Auki.</p>", Set.of()));
        office.desk.keep(Drafts.of("a.sv", "a", Language.SV, "Simhallen", "<p>Öppet.</p>", Set.of()));
        var swedish = new Selection(List.of(Language.SV), List.of(), List.of(), "");
        var address = "https://tiedote.example.fi/releases/" + finnish.id();

        for (var name : List.of("atom:link", "link")) {
            var feed = dom(office.feed(name.equals("link") ? Format.ATOM : Format.RSS, swedish));
            assertThat(elements(feed, name)
                            .filter(link -> link.getAttribute("hreflang").equals("fi")))
                    .singleElement()
                    .extracting(link -> link.getAttribute("href"))
                    .isEqualTo(address);
        }
        assertThat(JsonMapper.shared()
                        .readTree(office.feed(Format.JSON, swedish))
                        .at("/items/0/_tiedote/alternates/fi")
                        .asString())
                .isEqualTo(address);
    }
}
