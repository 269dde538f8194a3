package fi.tiedote.gather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.tiedote.city.Language;
import fi.tiedote.reading.Item;
import fi.tiedote.reading.ItemBuilder;
import fi.tiedote.release.Draft;
import fi.tiedote.release.DraftBuilder;
import fi.tiedote.release.Kept;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;

class HarvestTests {
    private final List<String> kept = new ArrayList<>();
    private final List<Integer> sizes = new ArrayList<>();
    private String refused = "";

    @Test
    void keepsManyTogetherAndTheLastFirst() {
        var harvest = harvest();

        assertThat(harvest.takeAll(items(45), List.of())).isTrue();

        assertThat(sizes).containsExactly(20, 20, 5);
        assertThat(kept).startsWith("44", "43").endsWith("1", "0").hasSize(45);
        assertThat(harvest.created()).isEqualTo(45);
    }

    @Test
    void oneThatIsRefusedCostsNoneOfItsNeighbours() {
        refused = "7";
        var harvest = harvest();

        assertThat(harvest.takeAll(items(25), List.of())).isFalse();

        assertThat(kept).hasSize(24).doesNotContain("7").doesNotHaveDuplicates();
        assertThat(harvest.created()).isEqualTo(24);
        assertThat(harvest.result(new Outcome.Busy()).problems())
                .containsExactly("item 7: it could not be kept: no room for 7");
    }

    @Test
    void whereTheDatabaseIsAwayNothingIsTriedAgain() {
        var harvest = new Harvest(
                "city",
                HarvestTests::draft,
                drafts -> {
                    sizes.add(drafts.size());
                    throw new DataAccessResourceFailureException("away");
                },
                () -> {},
                Harvest.Memory.NONE);

        assertThatThrownBy(() -> harvest.takeAll(items(10), List.of()))
                .isInstanceOf(DataAccessResourceFailureException.class);
        assertThat(sizes).containsExactly(10);
    }

    private Harvest harvest() {
        return new Harvest("city", HarvestTests::draft, this::keep, () -> {}, Harvest.Memory.NONE);
    }

    private List<Kept.Change> keep(List<Draft> drafts) {
        sizes.add(drafts.size());
        var ids = drafts.stream().map(Draft::item).toList();
        if (ids.contains(refused)) {
            throw new DataIntegrityViolationException("no room for " + refused);
        }
        kept.addAll(ids);
        return Collections.nCopies(drafts.size(), Kept.Change.NEW);
    }

    private static List<Item> items(int count) {
        return IntStream.range(0, count)
                .mapToObj(nth -> item(Integer.toString(nth)))
                .toList();
    }

    private static Item item(String id) {
        return new ItemBuilder(id).title("Otsikko " + id).build();
    }

    private static Draft draft(Item item) {
        return new DraftBuilder("city", item.id(), Language.FI)
                .title(item.title())
                .body(item.bodyHtml())
                .build();
    }
}
