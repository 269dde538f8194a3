package fi.tiedote.release;

import static fi.tiedote.release.Arrivals.DAY;
import static fi.tiedote.release.Arrivals.POOL;
import static fi.tiedote.release.Arrivals.draft;
import static fi.tiedote.release.Arrivals.linked;
import static fi.tiedote.release.Arrivals.pictured;
import static org.assertj.core.api.Assertions.assertThat;

import fi.tiedote.city.Language;
import fi.tiedote.kit.MovingClock;
import fi.tiedote.kit.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class LanguageVersionsTests {
    private final TestDatabase database = TestDatabase.fresh();
    private final MovingClock clock = new MovingClock("2026-11-23T09:00:00Z");
    private final Releases releases = new Releases(database.jdbc(), JsonMapper.shared());
    private final NewsDesk desk = new NewsDesk(releases, database.transactions(), clock);

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

    private List<Long> versions(long id) {
        var content = releases.find(id).orElseThrow().contentId();
        return releases.languageVersions(content).stream().map(Release::id).toList();
    }
}
