package fi.tiedote.release;

import static fi.tiedote.release.Kept.Change.CORRECTED;
import static fi.tiedote.release.Kept.Change.NEW;
import static fi.tiedote.release.Kept.Change.UNCHANGED;
import static org.assertj.core.api.Assertions.assertThat;

import fi.tiedote.city.Language;
import fi.tiedote.kit.Drafts;
import fi.tiedote.kit.MovingClock;
import fi.tiedote.kit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class NewsDeskTests {
    private final TestDatabase database = TestDatabase.fresh();
    private final MovingClock clock = new MovingClock("2026-11-23T09:00:00Z");
    private final Releases releases = new Releases(database.jdbc(), JsonMapper.shared());
    private final NewsDesk desk = new NewsDesk(releases, database.transactions(), clock);

    @Test
    void theSameDraftTwiceIsOneRelease() {
        var first = desk.keep(Drafts.plain("a"));
        var second = desk.keep(Drafts.plain("a"));

        assertThat(first.change()).isEqualTo(NEW);
        assertThat(second).isEqualTo(new Kept(first.id(), UNCHANGED));
        assertThat(releases.latest(Selection.EVERYTHING, 10)).hasSize(1);
    }

    @Test
    void aCorrectionKeepsIdPlaceAndDateAndMovesTheVersion() {
        var id = desk.keep(Drafts.plain("a")).id();
        var before = releases.find(id).orElseThrow();
        clock.advance(Duration.ofHours(1));

        var draft = Drafts.of("a", "a", Language.FI, "Korjattu otsikko", "<p>Uusi teksti.</p>", Set.of("liikunta"));
        assertThat(desk.keep(draft)).isEqualTo(new Kept(id, CORRECTED));

        var after = releases.find(id).orElseThrow();
        assertThat(after.title()).isEqualTo("Korjattu otsikko");
        assertThat(after.version()).isEqualTo(2);
        assertThat(after.updatedAt()).isEqualTo(clock.instant());
        assertThat(List.of(after.uuid(), after.place(), after.publishedAt()))
                .isEqualTo(List.of(before.uuid(), before.place(), before.publishedAt()));
    }

    @Test
    void languageVersionsShareTheirContentId() {
        var finnish = desk.keep(Drafts.of("a.fi", "a", Language.FI, "Uimahalli", "<p>Auki.</p>", Set.of()));
        var swedish = desk.keep(Drafts.of("a.sv", "a", Language.SV, "Simhallen", "<p>Öppet.</p>", Set.of()));

        var content = releases.find(finnish.id()).orElseThrow().contentId();
        assertThat(releases.languageVersions(content))
                .extracting(Release::id)
                .containsExactly(finnish.id(), swedish.id());
    }

    @Test
    void anEmbargoedReleaseIsNowhereBeforeItsMomentAndEverywhereAfter() {
        desk.keep(Drafts.embargoed(Drafts.plain("a"), Instant.parse("2026-11-23T10:00:00Z")));
        desk.publishDue();
        assertThat(releases.latest(Selection.EVERYTHING, 10)).isEmpty();
        assertThat(releases.lastPlace()).isZero();

        clock.advance(Duration.ofHours(1));
        desk.publishDue();
        assertThat(releases.latest(Selection.EVERYTHING, 10)).hasSize(1);
        assertThat(releases.announced(Selection.EVERYTHING, 0, releases.lastPlace(), 10))
                .hasSize(1);
    }

    @Test
    void whatEndsItsEmbargoWasPublishedAtThatMomentAndIsAnnouncedOnce() {
        var id = desk.keep(Drafts.embargoed(Drafts.plain("a"), Instant.parse("2026-11-23T10:00:00Z")))
                .id();
        clock.advance(Duration.ofHours(2));
        desk.publishDue();
        desk.publishDue();

        assertThat(releases.find(id).orElseThrow().publishedAt()).isEqualTo(Instant.parse("2026-11-23T10:00:00Z"));
        assertThat(releases.announced(Selection.EVERYTHING, 0, releases.lastPlace(), 10))
                .hasSize(1);
    }

    @Test
    void aCorrectionUnderEmbargoStaysUnderIt() {
        var until = Instant.parse("2026-11-23T10:00:00Z");
        var id = desk.keep(Drafts.embargoed(Drafts.plain("a"), until)).id();
        var other = Drafts.of("a", "a", Language.FI, "Toinen", "<p>Korjattu.</p>", Set.of());
        assertThat(desk.keep(Drafts.embargoed(other, until)).change()).isEqualTo(CORRECTED);

        assertThat(releases.find(id).orElseThrow().state()).isEqualTo(State.EMBARGOED);
        assertThat(releases.latest(Selection.EVERYTHING, 10)).isEmpty();
        clock.advance(Duration.ofHours(1));
        desk.publishDue();
        assertThat(titles(Selection.EVERYTHING)).containsExactly("Toinen");
    }

    @Test
    void anEmbargoThatIsMovedEndsAtItsNewMoment() {
        desk.keep(Drafts.embargoed(Drafts.plain("a"), Instant.parse("2026-11-23T10:00:00Z")));
        desk.keep(Drafts.embargoed(Drafts.plain("a"), Instant.parse("2026-11-23T12:00:00Z")));
        clock.advance(Duration.ofHours(1));
        desk.publishDue();
        assertThat(titles(Selection.EVERYTHING)).isEmpty();

        assertThat(desk.nextEmbargo(Instant.parse("2026-11-24T00:00:00Z")))
                .contains(Instant.parse("2026-11-23T12:00:00Z"));
        clock.advance(Duration.ofHours(2));
        desk.publishDue();
        assertThat(titles(Selection.EVERYTHING)).hasSize(1);
    }

    @Test
    void anEmbargoThatIsLiftedEndsAtOnce() {
        var draft = Drafts.plain("a");
        desk.keep(Drafts.embargoed(draft, Instant.parse("2026-11-23T10:00:00Z")));

        assertThat(desk.keep(draft).change()).isEqualTo(CORRECTED);
        assertThat(desk.keep(draft).change()).isEqualTo(UNCHANGED);
        assertThat(titles(Selection.EVERYTHING)).hasSize(1);
        assertThat(releases.announced(Selection.EVERYTHING, 0, releases.lastPlace(), 10))
                .hasSize(1);
    }

    @Test
    void whatIsInDoubtIsHeldUntilTheSourceMendsIt() {
        var id = desk.keep(Drafts.doubtful(Drafts.plain("a"), "an embargo without a legible moment"))
                .id();
        clock.advance(Duration.ofDays(30));
        desk.publishDue();
        assertThat(releases.find(id).orElseThrow().state()).isEqualTo(State.HELD);
        assertThat(titles(Selection.EVERYTHING)).isEmpty();

        desk.keep(Drafts.plain("a"));
        assertThat(titles(Selection.EVERYTHING)).hasSize(1);
    }

    @Test
    void whyAReleaseHasItsTopicsIsKept() {
        var match = new Match(Match.Vocabularies.TOPIC, "liikunta", Match.Rule.WORD, "Uimahalli");
        var id = desk.keep(Drafts.matched(Drafts.plain("a"), List.of(match))).id();

        assertThat(new Matches(database.jdbc()).of(id)).containsExactly(match);
    }

    @Test
    void whatWasWithdrawnDoesNotComeBackWithItsSource() {
        var id = desk.keep(Drafts.plain("a")).id();
        assertThat(desk.withdraw(id)).isTrue();

        assertThat(desk.keep(Drafts.of("a", "a", Language.FI, "Taas", "<p>x</p>", Set.of()))
                        .change())
                .isEqualTo(UNCHANGED);
        assertThat(releases.latest(Selection.EVERYTHING, 10)).isEmpty();
    }

    @Test
    void placesBecomeVisibleInTheirOrderHoweverManyPublishAtOnce() throws Exception {
        var writers = Executors.newFixedThreadPool(4);
        var jobs = IntStream.range(0, 60)
                .mapToObj(number -> (Callable<Kept>) () -> desk.keep(Drafts.plain("item-" + number)))
                .toList();
        var running = jobs.stream().map(writers::submit).toList();
        var seen = new ArrayList<Long>();
        long place = 0;
        while (!running.stream().allMatch(Future::isDone) || place < releases.lastPlace()) {
            var upTo = releases.lastPlace();
            for (var release : releases.announced(Selection.EVERYTHING, place, upTo, 100)) {
                seen.add(release.place());
            }
            place = upTo;
        }
        for (var job : running) {
            job.get();
        }
        writers.shutdown();
        assertThat(seen).isSorted().hasSize(60).doesNotHaveDuplicates();
    }

    @Test
    void wordsAreFoundInAnyInflectionOfTheirLanguageOnly() {
        var id = desk.keep(Drafts.plain("a")).id();

        assertThat(releases.latest(words("uimahallin"), 10))
                .extracting(Release::id)
                .containsExactly(id);
        assertThat(releases.latest(words("satama"), 10)).isEmpty();
        assertThat(releases.found(id, List.of("uimahallissa", "satama", "\""))).containsExactly("uimahallissa");
    }

    @Test
    void aSelectionNarrowsByEachOfItsParts() {
        desk.keep(Drafts.of("a", "a", Language.FI, "A", "<p>a</p>", Set.of("liikunta", "koulut")));
        desk.keep(Drafts.of("b", "b", Language.SV, "B", "<p>b</p>", Set.of("koulut")));

        assertThat(titles(new Selection(List.of(Language.SV), List.of(), List.of(), "")))
                .containsExactly("B");
        assertThat(titles(new Selection(List.of(), List.of("liikunta"), List.of(), "")))
                .containsExactly("A");
        assertThat(titles(new Selection(List.of(), List.of("koulut", "liikunta"), List.of("keskusta"), "")))
                .containsExactlyInAnyOrder("A", "B");
        assertThat(titles(new Selection(List.of(Language.SV), List.of("liikunta"), List.of(), "")))
                .isEmpty();
    }

    private static Selection words(String words) {
        return new Selection(List.of(), List.of(), List.of(), words);
    }

    private List<String> titles(Selection selection) {
        return releases.latest(selection, 10).stream().map(Release::title).toList();
    }
}
