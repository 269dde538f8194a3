package fi.tiedote.release;

import static fi.tiedote.release.Arrivals.POOL;
import static fi.tiedote.release.Arrivals.draft;
import static org.assertj.core.api.Assertions.assertThat;

import fi.tiedote.city.Language;
import fi.tiedote.kit.MovingClock;
import fi.tiedote.kit.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class RecognitionTests {
    private final TestDatabase database = TestDatabase.fresh();
    private final MovingClock clock = new MovingClock("2026-11-23T09:00:00Z");
    private final Releases releases = new Releases(database.jdbc(), JsonMapper.shared());
    private final NewsDesk desk = new NewsDesk(releases, database.transactions(), clock);

    @ParameterizedTest
    @CsvSource({
        "https://www.example.fi/uutiset/halli, http://example.fi/uutiset/halli/",
        "https://example.fi/uutiset/halli, https://example.fi/uutiset/halli?utm_source=rss&utm_medium=feed#alku",
        "https://example.fi/uutiset?a=1&id=7, https://example.fi/uutiset?id=7&a=1",
        "https://www.example.fi/release/69912345/vanha-otsikko, https://www.example.fi/tiedote/69912345/uusi-otsikko?publisherId=1"
    })
    void oneAddressOfTwoSourcesIsOneRelease(String one, String other) {
        var first = desk.keep(draft("city", "1", Language.FI, one, "Halli aukeaa", "Lyhyt teksti."));
        var second = desk.keep(draft(
                "news",
                "x",
                Language.FI,
                other.replaceFirst("\\?publisherId=1", ""),
                "Hallin avajaiset",
                "Muu teksti."));

        assertThat(second).isEqualTo(new Kept(first.id(), Kept.Change.UNCHANGED));
        assertThat(titles()).containsExactly("Halli aukeaa");
    }

    @Test
    void theRootOfASiteIsNoAddress() {
        desk.keep(draft("city", "1", Language.FI, "https://example.fi/", "Halli aukeaa", "Lyhyt teksti."));
        desk.keep(draft("news", "x", Language.FI, "https://example.fi", "Kirjasto sulkeutuu", "Muu teksti."));

        assertThat(titles()).hasSize(2);
    }

    @Test
    void anAddressThatSeveralReleasesHaveTellsNothing() {
        var list = "https://example.fi/uutiset";
        desk.keep(draft("city", "1", Language.FI, list, "Halli aukeaa", "Lyhyt teksti."));
        desk.keep(draft("city", "2", Language.FI, list, "Kirjasto sulkeutuu", "Toinen teksti."));
        desk.keep(draft("news", "x", Language.FI, list, "Kolmas asia", "Kolmas teksti."));

        assertThat(titles()).hasSize(3);
    }

    @Test
    void theSameTextOfTwoSourcesIsOneReleaseThatIsAnnouncedOnce() {
        var first = desk.keep(draft("city", "1", Language.FI, null, "Uimahalli avataan", POOL));
        clock.advance(Duration.ofHours(3));
        var second = desk.keep(draft(
                "news",
                "x",
                Language.FI,
                null,
                "Uimahalli avataan",
                "Esimerkkilä – " + POOL + " Lue lisää kaupungin sivuilta."));

        assertThat(second).isEqualTo(new Kept(first.id(), Kept.Change.UNCHANGED));
        assertThat(releases.announced(Selection.EVERYTHING, 0, releases.lastPlace(), 10))
                .hasSize(1);
    }

    @Test
    void noticesThatDifferInDateOrPlaceAreTwo() {
        var street =
                "Vesihuolto korjaa runkovesijohtoa, ja siksi veden tulo keskeytyy osassa kiinteistöjä. Katkos koskee osoitetta "
                        + "Satamakatu ja alkaa kello 9. Veden pitäisi tulla taas iltapäivällä. Vettä kannattaa varata etukäteen. "
                        + "Katkoksen jälkeen vesi voi olla hetken sameaa, ja sitä on hyvä juoksuttaa. Pahoittelemme häiriötä.";
        desk.keep(draft("city", "1", Language.FI, null, "Vesikatkos keskustassa", street));
        desk.keep(draft(
                "news", "2", Language.FI, null, "Vesikatkos keskustassa", street.replace("Satamakatu", "Koulukatu")));
        desk.keep(draft(
                "third", "3", Language.FI, null, "Vesikatkos keskustassa", street.replace("kello 9", "kello 10")));

        assertThat(titles()).hasSize(3);
    }

    @Test
    void monthlyDecisionsAreTwoHoweverAlike() {
        var council =
                "Kaupunginvaltuusto kokoontui maanantaina 16.11.2026. Valtuusto hyväksyi talousarvion ja päätti veroprosentista. "
                        + "Pöytäkirja on nähtävillä kaupungin verkkosivuilla, ja kokouksen tallenne on katsottavissa. Seuraavan kerran "
                        + "valtuusto kokoontuu joulukuussa. Lisäksi valtuusto käsitteli useita valtuustoaloitteita ja merkitsi tiedoksi raportin.";
        desk.keep(draft("city", "1", Language.FI, null, "Valtuuston päätöksiä", council));
        desk.keep(draft(
                "news", "2", Language.FI, null, "Valtuuston päätöksiä", council.replace("16.11.2026", "19.11.2026")));

        assertThat(titles()).hasSize(2);
    }

    @Test
    void twoLanguagesAreNeverOneRelease() {
        desk.keep(draft("city", "1", Language.FI, "https://example.fi/a", "Halli", POOL));
        desk.keep(draft("news", "2", Language.SV, "https://example.fi/a", "Halli", POOL));

        assertThat(titles()).hasSize(2);
    }

    @Test
    void theFirstSourceCorrectsAndTheSecondDoesNot() {
        var id = desk.keep(draft("city", "1", Language.FI, "https://example.fi/a", "Halli", POOL))
                .id();
        desk.keep(draft("news", "2", Language.FI, "https://example.fi/a", "Halli", POOL));

        assertThat(desk.keep(draft("news", "2", Language.FI, "https://example.fi/a", "Toinen", "Muu."))
                        .change())
                .isEqualTo(Kept.Change.UNCHANGED);
        assertThat(desk.keep(draft("city", "1", Language.FI, "https://example.fi/b", "Korjattu", POOL)))
                .isEqualTo(new Kept(id, Kept.Change.CORRECTED));
        assertThat(titles()).containsExactly("Korjattu");
    }

    @Test
    void whatWasMovedWithinItsSourceIsACorrection() {
        var id = desk.keep(draft(
                        "stt", "a", Language.FI, "https://example.fi/release/69912345/vanha", "Halli avataan", POOL))
                .id();
        var again = desk.keep(
                draft("stt", "b", Language.FI, "https://example.fi/tiedote/69912345/uusi", "Uimahalli avautuu", POOL));

        assertThat(again).isEqualTo(new Kept(id, Kept.Change.CORRECTED));
        assertThat(releases.find(id).orElseThrow().version()).isEqualTo(2);
        assertThat(titles()).containsExactly("Uimahalli avautuu");
    }

    @Test
    void whatWasWithdrawnDoesNotComeBackByAnotherSource() {
        desk.withdraw(desk.keep(draft("city", "1", Language.FI, "https://example.fi/a", "Halli", POOL))
                .id());
        desk.keep(draft("news", "2", Language.FI, "https://example.fi/a", "Halli", POOL));
        desk.keep(draft("third", "3", Language.FI, null, "Halli", POOL));

        assertThat(titles()).isEmpty();
    }

    @Test
    void sourcesThatBringItAtTheSameTimeMakeOneRelease() throws Exception {
        var threads = Executors.newFixedThreadPool(6);
        for (var round = 0; round < 5; round++) {
            var barrier = new CyclicBarrier(6);
            var jobs = new ArrayList<Callable<Kept>>();
            for (var at = 0; at < 6; at++) {
                var draft = draft(
                        "source-" + at, "r" + round, Language.FI, null, "Halli numero " + round, POOL + " " + round);
                jobs.add(() -> {
                    barrier.await();
                    return desk.keep(draft);
                });
            }
            for (var kept : threads.invokeAll(jobs)) {
                kept.get();
            }
        }
        threads.shutdown();

        assertThat(titles()).hasSize(5).doesNotHaveDuplicates();
    }

    private List<String> titles() {
        return releases.latest(Selection.EVERYTHING, 100).stream()
                .map(Release::title)
                .toList();
    }
}
