package fi.tiedote.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import fi.tiedote.city.Language;
import fi.tiedote.kit.Drafts;
import fi.tiedote.kit.MovingClock;
import fi.tiedote.kit.TestDatabase;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ClippingsTests {
    private final TestDatabase database = TestDatabase.fresh();
    private final Clippings clippings = new Clippings(database.jdbc(), JsonMapper.shared());
    private final NewsDesk desk = new NewsDesk(
            new Releases(database.jdbc(), JsonMapper.shared()),
            database.transactions(),
            new MovingClock("2026-11-23T09:00:00Z"));

    @AfterEach
    void close() {
        ((HikariDataSource) database.dataSource()).close();
    }

    @Test
    void whatIsAsItWasIsReadOnce() {
        var mark = mark(publish("a", "<p>Auki.</p>"));
        var first = clippings.read(List.of(mark));

        assertThat(clippings.read(List.of(mark)).get(0)).isSameAs(first.get(0));
    }

    @Test
    void whatWasCorrectedIsReadAgain() {
        var id = publish("a", "<p>Auki.</p>");
        clippings.read(List.of(mark(id)));
        publish("a", "<p>Kiinni.</p>");

        assertThat(clippings.read(List.of(mark(id))).get(0).bodyHtml()).contains("Kiinni");
    }

    @Test
    void whatIsWithdrawnBetweenFindingAndReadingIsNotThere() {
        var gone = mark(publish("a", "<p>Auki.</p>"));
        var there = mark(publish("b", "<p>Auki.</p>"));
        desk.withdraw(gone.id());

        assertThat(clippings.read(List.of(gone, there))).extracting(Release::id).containsExactly(there.id());
    }

    @Test
    void theOrderIsThatOfTheMarksWhateverIsKept() {
        var marks = IntStream.range(0, 5)
                .mapToObj(number -> mark(publish("i" + number, "<p>Auki.</p>")))
                .toList();
        clippings.read(List.of(marks.get(3), marks.get(1)));

        assertThat(clippings.read(marks))
                .extracting(Release::id)
                .isEqualTo(marks.stream().map(Clippings.Mark::id).toList());
    }

    @Test
    void onlySoMuchIsKept() {
        var long1 = mark(publish("a", "<p>" + "pitkä ".repeat(400_000) + "</p>"));
        var long2 = mark(publish("b", "<p>" + "toinen ".repeat(400_000) + "</p>"));
        var first = clippings.read(List.of(long1)).get(0);
        clippings.read(List.of(long2));

        assertThat(clippings.read(List.of(long1)).get(0)).isNotSameAs(first).isEqualTo(first);
    }

    private long publish(String item, String body) {
        return desk.keep(Drafts.of(item, item, Language.FI, "Otsikko " + item, body, Set.of()))
                .id();
    }

    private Clippings.Mark mark(long id) {
        return database.jdbc()
                .sql("SELECT " + Clippings.MARK + " FROM release WHERE id = :id")
                .param("id", id)
                .query((row, number) -> new Clippings.Mark(row.getLong("id"), row.getLong("written")))
                .single();
    }
}
