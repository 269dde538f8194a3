package fi.tiedote.newsletter;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tiedote.city.Language;
import fi.tiedote.kit.Drafts;
import fi.tiedote.kit.IdleTiedote;
import fi.tiedote.kit.MovingClock;
import fi.tiedote.release.NewsDesk;
import fi.tiedote.release.Selection;
import fi.tiedote.subscription.Cadence;
import fi.tiedote.subscription.Residents;
import fi.tiedote.subscription.SignUp;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@IdleTiedote
class NewslettersTests {
    private final Alerts alerts;
    private final Digests digests;
    private final NewsDesk desk;
    private final MovingClock clock;
    private final JdbcClient jdbc;
    private final Residents residents;

    NewslettersTests(Alerts alerts, Digests digests, NewsDesk desk, SignUp signUp, MovingClock clock, JdbcClient jdbc) {
        this.alerts = alerts;
        this.digests = digests;
        this.desk = desk;
        this.clock = clock;
        this.jdbc = jdbc;
        this.residents = new Residents(signUp, jdbc);
    }

    @Test
    void anAlertGoesToWhoAskedForItAndToNobodyElse() {
        residents.subscribes("sport@example.org", topics("liikunta"), Cadence.IMMEDIATE);
        residents.subscribes("culture@example.org", topics("culture"), Cadence.IMMEDIATE);
        residents.subscribes("daily@example.org", topics("liikunta"), Cadence.DAILY);
        desk.keep(Drafts.plain("a"));
        alerts.write();

        assertThat(addresses("immediate")).containsExactly("sport@example.org");
    }

    @Test
    void writingTwiceWritesNothingTwice() {
        residents.subscribes("sport@example.org", Selection.EVERYTHING, Cadence.IMMEDIATE);
        desk.keep(Drafts.plain("a"));
        alerts.write();
        jdbc.sql("UPDATE alert_place SET last = 0").update();
        alerts.write();

        assertThat(addresses("immediate")).containsExactly("sport@example.org");
    }

    @Test
    void aPersonWithSeveralSubscriptionsGetsOneLetter() {
        residents.subscribes("resident@example.org", topics("liikunta"), Cadence.IMMEDIATE);
        residents.subscribes("resident@example.org", Selection.EVERYTHING, Cadence.IMMEDIATE);
        desk.keep(Drafts.plain("a"));
        alerts.write();

        assertThat(addresses("immediate")).containsExactly("resident@example.org");
    }

    @Test
    void everybodyReadsTheLanguageThatTheyPrefer() {
        residents.subscribes("svensk@example.org", languages(Language.SV, Language.FI), Cadence.IMMEDIATE);
        residents.subscribes("suomi@example.org", languages(Language.FI, Language.SV), Cadence.IMMEDIATE);
        desk.keep(Drafts.of("a.fi", "a", Language.FI, "Halli avataan", "<p>Halli avataan.</p>", Set.of()));
        desk.keep(Drafts.of("a.sv", "a", Language.SV, "Hallen öppnar", "<p>Hallen öppnar.</p>", Set.of()));
        alerts.write();

        assertThat(plate("svensk@example.org")).contains("Content-Language: sv");
        assertThat(plate("suomi@example.org")).contains("Content-Language: fi");
    }

    @Test
    void aLanguageVersionThatComesLateIsNoSecondLetter() {
        residents.subscribes("resident@example.org", Selection.EVERYTHING, Cadence.IMMEDIATE);
        residents.subscribes("svensk@example.org", languages(Language.SV), Cadence.IMMEDIATE);
        desk.keep(Drafts.of("a.fi", "a", Language.FI, "Halli avataan", "<p>Halli avataan.</p>", Set.of()));
        alerts.write();
        desk.keep(Drafts.of("a.sv", "a", Language.SV, "Hallen öppnar", "<p>Hallen öppnar.</p>", Set.of()));
        alerts.write();

        assertThat(addresses("immediate")).containsExactly("resident@example.org", "svensk@example.org");
    }

    @Test
    void alertsOfUrgentTopicsGoAheadOfOthers() {
        residents.subscribes("resident@example.org", Selection.EVERYTHING, Cadence.IMMEDIATE);
        desk.keep(Drafts.plain("a"));
        desk.keep(Drafts.of("b", "b", Language.FI, "Vesi on poikki", "<p>Vesi.</p>", Set.of("water-and-energy")));
        alerts.write();

        assertThat(jdbc.sql(
                                "SELECT subject.title FROM issue JOIN release AS subject ON occasion = content_id::text ORDER BY priority")
                        .query(String.class)
                        .list())
                .containsExactly("Vesi on poikki", "Otsikko a");
    }

    @Test
    void whatIsNotAnnouncedMailsNobody() {
        residents.subscribes("resident@example.org", Selection.EVERYTHING, Cadence.IMMEDIATE);
        desk.keep(Drafts.unannounced(Drafts.plain("a")));
        alerts.write();

        assertThat(addresses("immediate")).isEmpty();
    }

    @Test
    void aWordFindsItsInflectedForms() {
        residents.subscribes("hall@example.org", words("uimahalli"), Cadence.IMMEDIATE);
        residents.subscribes("library@example.org", words("kirjasto"), Cadence.IMMEDIATE);
        desk.keep(Drafts.of("a", "a", Language.FI, "Tiedote", "<p>Uimahallin ovet avataan.</p>", Set.of()));
        alerts.write();

        assertThat(addresses("immediate")).containsExactly("hall@example.org");
    }

    @Test
    void theDigestTakesWhatIsNewSinceTheLastOneAndIsNotSentEmpty() {
        residents.subscribes("resident@example.org", Selection.EVERYTHING, Cadence.DAILY);
        desk.keep(Drafts.plain("before"));
        digests.writeDue();
        assertThat(addresses("daily")).as("the first start marks the place").isEmpty();

        desk.keep(Drafts.plain("a"));
        desk.keep(Drafts.plain("b"));
        digests.writeDue();
        assertThat(addresses("daily")).as("not due").isEmpty();

        clock.advance(Duration.ofDays(1));
        digests.writeDue();
        digests.writeDue();
        assertThat(addresses("daily")).containsExactly("resident@example.org");
        assertThat(plate("resident@example.org"))
                .contains("Otsikko a", "Otsikko b")
                .doesNotContain("Otsikko before");

        clock.advance(Duration.ofDays(1));
        digests.writeDue();
        assertThat(addresses("daily")).as("nothing new").hasSize(1);
    }

    @Test
    void aLongDigestLeavesNothingOut() {
        residents.subscribes("resident@example.org", Selection.EVERYTHING, Cadence.DAILY);
        digests.writeDue();
        IntStream.range(0, 450).forEach(number -> desk.keep(Drafts.plain("r" + number)));
        clock.advance(Duration.ofDays(1));
        digests.writeDue();

        assertThat(plate("resident@example.org").split("/releases/", -1)).hasSize(2 * 450 + 1);
    }

    @Test
    void aDigestThatAProcessDiedInIsFinished() {
        residents.subscribes("resident@example.org", Selection.EVERYTHING, Cadence.DAILY);
        digests.writeDue();
        desk.keep(Drafts.plain("a"));
        clock.advance(Duration.ofDays(1));
        jdbc.sql("INSERT INTO digest VALUES ('daily', '2026-11-24', 0, 1, false)")
                .update();
        digests.writeDue();

        assertThat(addresses("daily")).containsExactly("resident@example.org");
    }

    @Test
    void aLargeAudienceIsWrittenPageByPage() {
        jdbc.sql("""
                INSERT INTO selection (languages, topics, areas, words) VALUES ('{}', '{}', '{}', '');
                INSERT INTO subscriber (address, address_key, language, since)
                SELECT 'r' || n || '@example.org', 'r' || n || '@example.org', 'fi', now()
                  FROM generate_series(1, 2500) AS n;
                INSERT INTO subscription (subscriber_id, selection_id, cadence, form, requested_at, confirmed_at)
                SELECT id, 1, 'IMMEDIATE', 'test', now(), now() FROM subscriber;
                """).update();
        desk.keep(Drafts.plain("a"));
        alerts.write();

        assertThat(addresses("immediate")).hasSize(2500);
        assertThat(jdbc.sql("SELECT count(*) FROM edition").query(Integer.class).single())
                .isOne();
    }

    @Test
    void manyReleasesAreManyAlertsInTheOrderOfTheirPlace() {
        residents.subscribes("resident@example.org", Selection.EVERYTHING, Cadence.IMMEDIATE);
        IntStream.range(0, 250).forEach(number -> desk.keep(Drafts.plain("r" + number)));
        alerts.write();

        assertThat(addresses("immediate")).hasSize(250);
    }

    private List<String> addresses(String newsletter) {
        return jdbc.sql("SELECT address FROM letter WHERE newsletter = :newsletter ORDER BY id")
                .param("newsletter", newsletter)
                .query(String.class)
                .list();
    }

    private String plate(String address) {
        return jdbc.sql("""
                SELECT convert_from(decode(replace(encode(plate, 'hex'), '00', ''), 'hex'), 'UTF8')
                  FROM edition JOIN letter ON letter.edition_id = edition.id
                 WHERE address = :address AND newsletter <> 'confirmation'
                """)
                .param("address", address)
                .query(String.class)
                .single()
                .replace("=\r\n", "");
    }

    private static Selection topics(String... topics) {
        return new Selection(List.of(), List.of(topics), List.of(), "");
    }

    private static Selection languages(Language... languages) {
        return new Selection(List.of(languages), List.of(), List.of(), "");
    }

    private static Selection words(String words) {
        return new Selection(List.of(), List.of(), List.of(), words);
    }
}
