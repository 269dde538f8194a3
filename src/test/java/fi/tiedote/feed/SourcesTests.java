package fi.tiedote.feed;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tiedote.city.Language;
import fi.tiedote.kit.Drafts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Feeds of one source, and of what one release said before. */
class SourcesTests {
    private final PressOffice office = new PressOffice();

    @AfterEach
    void close() {
        office.closeDatabase();
    }

    @Test
    void aFeedOfOneSourceHasItsReleasesOnly() {
        office.publish("a", Language.FI, "<p>Auki.</p>");
        office.desk.keep(Drafts.from("paper", Drafts.plain("b")));

        assertThat(office.catalogue.sources()).containsExactly("inbox", "paper");
        assertThat(feed("releases.atom?source=paper").select("entry > title").eachText())
                .containsExactly("Otsikko b");
        assertThat(feed("releases.atom?source=paper&source=inbox").select("entry"))
                .hasSize(2);
        assertThat(feed("releases.atom?source=paper").select("feed > title").text())
                .contains("paper");
        assertThat(feed("releases.atom?source=paper").select("link[rel=self]").attr("href"))
                .isEqualTo("https://tiedote.example.fi/feeds/releases.atom?source=paper");
    }

    @Test
    void anUnknownSourceIsAnsweredWithThoseThatAreKnown() {
        office.publish("a", Language.FI, "<p>Auki.</p>");
        var refusal = edition("releases.atom?source=nowhere").refusal();

        assertThat(refusal).isNotNull().extracting(Refusal::known).isEqualTo(List.of("inbox"));
        assertThat(refusal).extracting(Refusal::reason).asString().contains("nowhere", "inbox");
    }

    @Test
    void aSourceWithNothingPublishedIsNotNamed() {
        var later = Instant.parse("2999-01-01T00:00:00Z");
        office.desk.keep(Drafts.from("secret", Drafts.embargoed(Drafts.plain("a"), later)));

        assertThat(office.catalogue.sources()).isEmpty();
    }

    @Test
    void aHistoryTellsEachVersionAndWhatItChanged() {
        var id = office.publish("a", Language.FI, "<p>Halli on auki.</p><p>Tervetuloa kaikille.</p>");
        office.clock.advance(Duration.ofHours(1));
        office.publish("a", Language.FI, "<p>Halli on kiinni.</p><p>Tervetuloa kaikille.</p>");
        var entries = feed("releases/" + id + ".atom").select("entry");

        assertThat(entries).hasSize(2);
        assertThat(entries.eachAttr("xml:lang")).containsOnly("fi");
        assertThat(entries.select("title").eachText()).containsExactly("Otsikko a (versio 2)", "Otsikko a (versio 1)");
        assertThat(content(entries.get(0)).select("del").eachText()).contains("auki.");
        assertThat(content(entries.get(0)).select("ins").eachText()).contains("kiinni.");
        assertThat(content(entries.get(0)).text()).doesNotContain("Tervetuloa");
        assertThat(content(entries.get(1)).text()).contains("Halli on auki.", "Tervetuloa kaikille.");
    }

    @Test
    void theIdsOfVersionsStayAndAreTheSameInEveryFormat() {
        var id = office.publish("a", Language.FI, "<p>Auki.</p>");
        var before = ids(id);
        office.publish("a", Language.FI, "<p>Kiinni.</p>");

        assertThat(ids(id)).hasSize(2).doesNotHaveDuplicates().contains(before.get(0));
        assertThat(text("releases/" + id + ".rss")).contains(ids(id));
        assertThat(text("releases/" + id + ".json")).contains(ids(id));
        assertThat(before).doesNotContain(Links.id(office.release(id).uuid()));
    }

    @Test
    void whatWasCorrectedUnderEmbargoIsNotSeenAfterIt() {
        var until = office.clock.instant().plusSeconds(60);
        var draft = Drafts.of("a", "a", Language.FI, "Salaisuus", "<p>Ensin.</p>", Set.of());
        var id = office.desk.keep(Drafts.embargoed(draft, until)).id();
        assertThat(edition("releases/" + id + ".atom").refusal())
                .extracting(Refusal::status)
                .hasToString("404 NOT_FOUND");
        var corrected = Drafts.of("a", "a", Language.FI, "Otsikko", "<p>Sitten.</p>", Set.of());
        office.desk.keep(Drafts.embargoed(corrected, until));
        office.database
                .jdbc()
                .sql("UPDATE release SET state = 'PUBLISHED', place = 1 WHERE id = :id")
                .param("id", id)
                .update();

        assertThat(text("releases/" + id + ".atom")).contains("Sitten").doesNotContain("Salaisuus", "Ensin");
    }

    @Test
    void theHistoryOfWhatIsGoneIsGone() {
        var id = office.publish("a", Language.FI, "<p>Auki.</p>");
        office.desk.withdraw(id);

        assertThat(edition("releases/" + id + ".rss").refusal())
                .extracting(Refusal::status)
                .hasToString("410 GONE");
        assertThat(edition("releases/999.rss").refusal())
                .extracting(Refusal::status)
                .hasToString("404 NOT_FOUND");
    }

    @Test
    void marksOfChangesRunNothing() {
        var id = office.publish("a", Language.FI, "<p>x &lt;script&gt;alert(1)&lt;/script&gt;</p>");
        office.publish("a", Language.FI, "<p>y &lt;img src=x onerror=alert(1)&gt;</p>");
        var first = feed("releases/" + id + ".atom").select("entry").get(0);

        assertThat(content(first).select("script, img")).isEmpty();
        assertThat(content(first).select("ins").text()).contains("<img");
    }

    private Edition edition(String file) {
        var way = new Directions(Address.FOLDER, PressOffice.VOCABULARY);
        var question = (file + "?").indexOf('?');
        var asked = way.to(
                Address.FOLDER + file.substring(0, question),
                (file + "?").substring(question + 1).replace("?", ""));
        var found = asked.orElseThrow();
        return office.printer.print(new Address(found.format(), (Subject) found.asked()));
    }

    private String text(String file) {
        return new String(edition(file).bytes(false), StandardCharsets.UTF_8);
    }

    private Element feed(String file) {
        return Jsoup.parse(text(file), "", Parser.xmlParser());
    }

    private List<String> ids(long id) {
        return feed("releases/" + id + ".atom").select("entry > id").eachText();
    }

    private static Element content(Element entry) {
        return Jsoup.parseBodyFragment(entry.select("content").text()).body();
    }
}
