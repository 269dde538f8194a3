package fi.tiedote.release;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tiedote.city.Language;
import fi.tiedote.kit.MovingClock;
import fi.tiedote.kit.TestDatabase;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class IntakeTests {
    private final TestDatabase database = TestDatabase.fresh();
    private final MovingClock clock = new MovingClock("2026-11-23T09:00:00Z");
    private final Releases releases = new Releases(database.jdbc(), JsonMapper.shared());
    private final NewsDesk desk = new NewsDesk(releases, database.transactions(), clock);

    @Test
    void draftsThatComeTogetherArePublishedInTheirOrder() {
        var kept = desk.keepAll(IntStream.range(0, 20)
                .mapToObj(nth -> draft("city", nth, Language.FI))
                .toList());

        assertThat(kept).extracting(Kept::change).containsOnly(Kept.Change.NEW);
        assertThat(releases.announced(Selection.EVERYTHING, 0, releases.lastPlace(), 100))
                .extracting(Release::id)
                .containsExactlyElementsOf(kept.stream().map(Kept::id).toList());
    }

    @Test
    void oneItemThatComesTwiceIsOneReleaseAndACorrection() {
        var second = corrected(draft("city", 1, Language.FI));

        var kept = desk.keepAll(List.of(draft("city", 1, Language.FI), draft("city", 2, Language.FI), second, second));

        assertThat(kept)
                .extracting(Kept::change)
                .containsExactly(Kept.Change.NEW, Kept.Change.NEW, Kept.Change.CORRECTED, Kept.Change.UNCHANGED);
        assertThat(releases.find(kept.get(0).id()).orElseThrow().bodyHtml()).contains("kokonaan toinen");
        assertThat(releases.latest(Selection.EVERYTHING, 10)).hasSize(2);
    }

    @Test
    void newOnesKnownOnesAndWithdrawnOnesMayComeTogether() {
        var known = desk.keep(draft("city", 1, Language.FI)).id();
        var withdrawn = desk.keep(draft("city", 2, Language.FI)).id();
        desk.withdraw(withdrawn);

        var kept = desk.keepAll(List.of(
                draft("city", 3, Language.FI),
                draft("city", 2, Language.FI),
                corrected(draft("city", 1, Language.FI)),
                draft("news", 1, Language.FI)));

        assertThat(kept)
                .extracting(Kept::change)
                .containsExactly(Kept.Change.NEW, Kept.Change.UNCHANGED, Kept.Change.CORRECTED, Kept.Change.NEW);
        assertThat(kept.get(2).id()).isEqualTo(known);
    }

    /** Each brings the same in an order of its own: whoever waited in a ring would wait for ever, or be refused. */
    @Test
    void sourcesThatBringTheSameInOtherOrdersAtOnceMakeEachReleaseOnce() throws Exception {
        var threads = Executors.newFixedThreadPool(4);
        for (var round = 0; round < 5; round++) {
            var barrier = new CyclicBarrier(4);
            List<Callable<List<Kept>>> jobs = new ArrayList<>();
            for (var at = 0; at < 4; at++) {
                var drafts = new ArrayList<Draft>();
                for (var nth = 0; nth < 12; nth++) {
                    drafts.add(draft("source-" + at, round * 100 + nth, Language.FI));
                }
                Collections.rotate(drafts, 3 * at);
                jobs.add(() -> {
                    barrier.await();
                    return desk.keepAll(drafts);
                });
            }
            for (var kept : threads.invokeAll(jobs)) {
                kept.get();
            }
        }
        threads.shutdown();

        assertThat(releases.latest(Selection.EVERYTHING, 1_000))
                .extracting(Release::title)
                .hasSize(60)
                .doesNotHaveDuplicates();
    }

    @Test
    void languageVersionsThatComeAtOnceFindEachOther() throws Exception {
        var threads = Executors.newFixedThreadPool(3);
        for (var round = 0; round < 10; round++) {
            var number = round;
            var barrier = new CyclicBarrier(3);
            List<Callable<Kept>> jobs = new ArrayList<>();
            for (var language : Language.values()) {
                jobs.add(() -> {
                    barrier.await();
                    return desk.keep(linked(draft(language.code(), number, language), number));
                });
            }
            var ids = new ArrayList<Long>();
            for (var kept : threads.invokeAll(jobs)) {
                ids.add(kept.get().id());
            }
            var content = releases.find(ids.get(0)).orElseThrow().contentId();
            assertThat(releases.languageVersions(content))
                    .extracting(Release::id)
                    .containsExactlyInAnyOrderElementsOf(ids);
        }
        threads.shutdown();
    }

    private static URI page(Language language, int nth) {
        return URI.create("https://example.fi/" + language.code() + "/" + nth);
    }

    private static Draft linked(Draft draft, int nth) {
        return new DraftBuilder(draft)
                .url(page(draft.language(), nth))
                .translations(Set.of(page(Language.FI, nth), page(Language.SV, nth), page(Language.EN, nth)))
                .build();
    }

    private static Draft corrected(Draft draft) {
        return with(draft.source(), draft.item(), draft.language(), draft.title(), "kokonaan toinen teksti");
    }

    private static Draft draft(String source, int nth, Language language) {
        var text =
                "%d Silta %d suljetaan, koska kansi %d uusitaan; liikenne %d kulkee kiertotietä %d, bussi %d pysähtyy torilla %d."
                        .formatted(nth, 7 * nth, 11 * nth, 13 * nth, 17 * nth, 19 * nth, 23 * nth);
        return with(source, "item-" + nth, language, "Silta numero " + nth + " suljetaan", text);
    }

    private static Draft with(String source, String item, Language language, String title, String text) {
        return new DraftBuilder(source, item, language)
                .title(title)
                .body("<p>" + text + "</p>")
                .published(Arrivals.DAY)
                .build();
    }
}
