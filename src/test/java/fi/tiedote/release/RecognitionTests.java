package fi.tiedote.release;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tiedote.city.Language;
import fi.tiedote.kit.MovingClock;
import fi.tiedote.kit.TestDatabase;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class RecognitionTests {
    private static final Instant DAY = Instant.parse("2026-11-20T08:00:00Z");
    private static final String POOL =
            "Uimahalli avataan maanantaina 23.11.2026 kello 9 laajan peruskorjauksen jälkeen. "
                    + "Korjaus maksoi 4,2 miljoonaa euroa ja kesti kaksi vuotta. Halliin rakennettiin uusi lastenallas, saunat "
                    + "uusittiin ja ilmanvaihto korjattiin. Avajaispäivänä sisäänpääsy on maksuton kaikille asukkaille. "
                    + "Halli on jatkossa avoinna joka päivä aamusta iltaan, ja liput voi ostaa myös verkosta.";

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

    @Test
    void linkedLanguageVersionsAreJoinedAndKeepTheirIds() {
        var finnish = desk.keep(draft("fi", "1", Language.FI, "https://example.fi/fi/halli", "Halli", POOL))
                .id();
        var uuid = releases.find(finnish).orElseThrow().uuid();
        var swedish = desk.keep(linked(
                        draft("sv", "2", Language.SV, "https://example.fi/sv/hallen", "Hallen", "Hallen öppnar."),
                        "https://www.example.fi/fi/halli/"))
                .id();

        assertThat(versions(swedish)).containsExactly(finnish, swedish);
        assertThat(releases.find(finnish).orElseThrow().uuid()).isEqualTo(uuid);
    }

    @Test
    void aLinkThatComesLaterJoinsToo() {
        var finnish = draft("fi", "1", Language.FI, "https://example.fi/fi/halli", "Halli", POOL);
        var id = desk.keep(finnish).id();
        var swedish = desk.keep(
                        draft("sv", "2", Language.SV, "https://example.fi/sv/hallen", "Hallen", "Hallen öppnar."))
                .id();
        assertThat(versions(id)).containsExactly(id);

        desk.keep(linked(finnish, "https://example.fi/sv/hallen"));

        assertThat(versions(id)).containsExactly(id, swedish);
    }

    @Test
    void versionsAreJoinedByTheirPeopleAndFiguresAndOthersAreNot() {
        var finnish = desk.keep(draft(
                        "fi", "1", Language.FI, null, "Halli", "Halli 45 metriä, 300 kävijää, 17 saunaa, 820 lamppua."))
                .id();
        var other = desk.keep(draft(
                        "fi", "2", Language.FI, null, "Muu", "Kirjasto 12 kirjaa, 88 hyllyä, 91 kävijää, 33 lamppua."))
                .id();
        var swedish = desk.keep(draft(
                        "sv",
                        "3",
                        Language.SV,
                        null,
                        "Hallen",
                        "Hallen 45 meter, 300 besökare, 17 bastur, 820 lampor."))
                .id();

        assertThat(versions(swedish)).containsExactly(finnish, swedish);
        assertThat(versions(other)).containsExactly(other);
    }

    @Test
    void twoThatAreEquallyNearAreLeftAlone() {
        var text = "Halli 45 metriä, 300 kävijää, 17 saunaa, 820 lamppua.";
        desk.keep(draft("fi", "1", Language.FI, null, "Halli etelässä", text));
        desk.keep(draft("fi", "2", Language.FI, null, "Halli idässä", text));
        var swedish = desk.keep(draft(
                        "sv",
                        "3",
                        Language.SV,
                        null,
                        "Hallen",
                        "Hallen 45 meter, 300 besökare, 17 bastur, 820 lampor."))
                .id();

        assertThat(versions(swedish)).containsExactly(swedish);
    }

    @Test
    void aTripleIsJoinedByItsPictureItsPersonAndItsMoment() {
        var picture = "https://www.example.fi/kuvat/halli-avajaiset.jpg";
        var finnish =
                desk.keep(pictured("fi", Language.FI, "Halli avataan", "Halli avataan lauantaina.", DAY, picture));
        var swedish = desk.keep(pictured(
                "sv", Language.SV, "Hallen öppnar", "Hallen öppnar på lördag.", DAY.plusSeconds(120), picture));
        var english = desk.keep(pictured(
                "en", Language.EN, "Hall opens", "The hall opens on Saturday.", DAY.plusSeconds(240), picture));

        assertThat(versions(english.id())).containsExactly(finnish.id(), swedish.id(), english.id());
    }

    @Test
    void twoOfOneDayByOnePersonAreNotJoined() {
        var bridge =
                desk.keep(draft("fi", "1", Language.FI, null, "Silta suljetaan", "Silta suljetaan 24.11. kello 8–16."));
        var library = desk.keep(
                draft("sv", "2", Language.SV, null, "Biblioteket stängs", "Biblioteket är stängt 24.11 kl. 8–16."));

        assertThat(versions(bridge.id())).containsExactly(bridge.id());
        assertThat(versions(library.id())).containsExactly(library.id());
    }

    @Test
    void aPictureThatSeveralReleasesHaveJoinsNothing() {
        var logo = "https://www.example.fi/logo.png";
        desk.keep(pictured(
                "fi", Language.FI, "Silta suljetaan", "Silta suljetaan maanantaina.", DAY.minusSeconds(900_000), logo));
        var bridge = desk.keep(pictured("fi2", Language.FI, "Uimahalli aukeaa", "Uimahalli aukeaa.", DAY, logo));
        var library = desk.keep(pictured("sv", Language.SV, "Biblioteket stängs", "Biblioteket är stängt.", DAY, logo));

        assertThat(versions(bridge.id())).containsExactly(bridge.id());
        assertThat(versions(library.id())).containsExactly(library.id());
    }

    @Test
    void daysAndHoursAloneJoinNothing() {
        var finnish = desk.keep(draft(
                "fi",
                "1",
                Language.FI,
                null,
                "Vesikatko",
                "Vesi on poikki 24.11. klo 10–14 ja 25.11. klo 12–16, 28.11. klo 13–15."));
        var swedish = desk.keep(draft(
                "sv",
                "2",
                Language.SV,
                null,
                "Strömavbrott",
                "Strömmen är borta 24.11 kl. 10–14, 25.11 kl. 12–16, 28.11 kl. 13–15."));

        assertThat(versions(finnish.id())).containsExactly(finnish.id());
        assertThat(versions(swedish.id())).containsExactly(swedish.id());
    }

    @Test
    void oneUniqueIdInTwoSourcesOfTwoLanguagesIsOneRelease() {
        var id = "0b7a2c1e-4d5f-4a6b-8c7d-9e0f1a2b3c4d";
        var finnish = desk.keep(draft("city-fi", id, Language.FI, "https://example.fi/fi/a", "Halli", "Halli aukeaa."));
        var swedish =
                desk.keep(draft("city-sv", id, Language.SV, "https://example.fi/sv/b", "Hallen", "Hallen öppnar."));
        var numbered = desk.keep(draft("blog-fi", "17", Language.FI, "https://example.fi/x", "Muu", "Muuta."));
        var other = desk.keep(draft("blog-sv", "17", Language.SV, "https://example.fi/y", "Annat", "Något annat."));

        assertThat(versions(swedish.id())).containsExactly(finnish.id(), swedish.id());
        assertThat(versions(other.id())).containsExactly(other.id());
        assertThat(versions(numbered.id())).containsExactly(numbered.id());
    }

    private static Draft pictured(
            String source, Language language, String title, String text, Instant at, String picture) {
        var plain = draft(source, "1", language, null, title, text);
        return new Draft(
                plain.source(),
                plain.item(),
                plain.content(),
                plain.language(),
                null,
                plain.title(),
                "",
                plain.bodyHtml(),
                at,
                null,
                null,
                Set.of(),
                Set.of(),
                plain.contacts(),
                List.of(new Attachment(URI.create(picture), "image/jpeg", 0, "", "")),
                true);
    }

    private List<Long> versions(long id) {
        var content = releases.find(id).orElseThrow().contentId();
        return releases.languageVersions(content).stream().map(Release::id).toList();
    }

    private List<String> titles() {
        return releases.latest(Selection.EVERYTHING, 100).stream()
                .map(Release::title)
                .toList();
    }

    private static Draft linked(Draft draft, String other) {
        return new Draft(
                draft.source(),
                draft.item(),
                draft.content(),
                draft.language(),
                draft.url(),
                draft.title(),
                draft.lead(),
                draft.bodyHtml(),
                draft.publishedAt(),
                null,
                null,
                Set.of(),
                Set.of(),
                draft.contacts(),
                List.of(),
                true,
                List.of(),
                Set.of(URI.create(other)),
                "");
    }

    private static Draft draft(
            String source, String item, Language language, @Nullable String url, String title, String text) {
        return new Draft(
                source,
                item,
                item,
                language,
                url == null ? null : URI.create(url),
                title,
                "",
                "<p>" + text + "</p>",
                DAY,
                null,
                null,
                Set.of(),
                Set.of(),
                List.of(new Contact("Aino Esimerkki", "", "", "040 000 0001", "aino@example.org")),
                List.of(),
                true);
    }
}
