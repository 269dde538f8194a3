package fi.tiedote.feed;

import static fi.tiedote.feed.FeedDocument.elements;
import static fi.tiedote.feed.FeedDocument.texts;
import static org.assertj.core.api.Assertions.assertThat;

import fi.tiedote.city.Language;
import fi.tiedote.kit.Drafts;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What feeds say of a release that is corrected, or withdrawn. */
class FeedChangesTests {
    private final PressOffice office = new PressOffice();
    private final Printed printed = new Printed(office);

    @AfterEach
    void close() {
        office.closeDatabase();
    }

    @Test
    void aCorrectionMovesTheUpdateAndNothingElse() throws Exception {
        office.publish("a", Language.FI, "<p>Auki.</p>");
        var before = printed.json().at("/items/0");
        office.clock.advance(Duration.ofHours(1));
        office.publish("a", Language.FI, "<p>Kiinni.</p>");
        var after = printed.json().at("/items/0");

        assertThat(after.get("id")).isEqualTo(before.get("id"));
        assertThat(after.get("date_published")).isEqualTo(before.get("date_published"));
        assertThat(after.get("date_modified").asString()).isEqualTo("2026-11-23T10:00:00Z");
        assertThat(texts(printed.document(Format.ATOM), "updated")).containsOnly("2026-11-23T10:00:00Z");
        assertThat(texts(printed.document(Format.ATOM), "published")).containsExactly("2026-11-20T08:00:00Z");
        assertThat(texts(printed.document(Format.RSS), "pubDate")).containsExactly("Fri, 20 Nov 2026 08:00:00 GMT");
        assertThat(texts(printed.document(Format.RSS), "lastBuildDate"))
                .containsExactly("Mon, 23 Nov 2026 10:00:00 GMT");
    }

    @Test
    void whatIsWithdrawnIsGone() throws Exception {
        var id = office.publish("a", Language.FI, "<p>Auki.</p>");
        office.desk.withdraw(id);

        assertThat(printed.rome(Format.RSS).getEntries()).isEmpty();
        assertThat(printed.rome(Format.ATOM).getEntries()).isEmpty();
        assertThat(printed.json().get("items")).isEmpty();
    }

    @Test
    void atomTellsWhatWasWithdrawnAfterItWasPublished() throws Exception {
        office.desk.withdraw(office.desk
                .keep(Drafts.embargoed(Drafts.plain("e"), office.clock.instant().plusSeconds(9)))
                .id());
        var id = office.publish("a", Language.FI, "<p>Auki.</p>");
        office.clock.advance(Duration.ofHours(1));
        office.desk.withdraw(id);
        var feed = printed.document(Format.ATOM);

        assertThat(elements(feed, "at:deleted-entry")).singleElement().satisfies(tombstone -> {
            assertThat(tombstone.getAttribute("ref"))
                    .isEqualTo("urn:uuid:" + office.release(id).uuid());
            assertThat(tombstone.getAttribute("when")).isEqualTo("2026-11-23T10:00:00Z");
        });
        assertThat(texts(feed, "updated")).containsExactly("2026-11-23T10:00:00Z");
    }
}
