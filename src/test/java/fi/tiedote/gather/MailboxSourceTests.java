package fi.tiedote.gather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.tiedote.release.Draft;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class MailboxSourceTests {
    private final Postbox postbox = new Postbox();
    private final Newsroom newsroom = postbox.newsroom;

    @AfterEach
    void close() {
        postbox.close();
    }

    @Test
    void whatIsThereAtFirstIsAnnouncedToNobodyAndWhatComesLaterIs() throws Exception {
        postbox.deliver(Postbox.mail("1", "Vanha"));
        assertThat(newsroom.gathering.gather("mailbox").created()).isEqualTo(1);

        postbox.deliver(Postbox.mail("2", "Uusi"));
        assertThat(newsroom.gathering.gather("mailbox").created()).isEqualTo(1);

        assertThat(newsroom.titles()).containsExactlyInAnyOrder("Vanha", "Uusi");
        assertThat(newsroom.announced()).containsExactly("Uusi");
        assertThat(postbox.flags(0)).contains("$TiedoteDone");
        assertThat(postbox.inbox()).hasSize(2);
    }

    @Test
    void whatComesWhileWeListenIsLookedAtAtOnce() throws Exception {
        newsroom.gathering.gather("mailbox");
        newsroom.mailWatches.start();
        postbox.deliver(Postbox.mail("1", "Juuri nyt"));

        await(() -> newsroom.announced().equals(List.of("Juuri nyt")));
        newsroom.mailWatches.stop();
    }

    @Test
    void aMailThatTheDatabaseCouldNotTakeIsNeitherMarkedNorLost() throws Exception {
        newsroom.gathering.gather("mailbox");
        postbox.deliver(Postbox.mail("1", "Otsikko"));
        postbox.database.jdbc().sql("""
                CREATE FUNCTION away() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN RAISE EXCEPTION 'away' USING ERRCODE = '57P01'; END $$
                """).update();
        postbox.database
                .jdbc()
                .sql("CREATE TRIGGER away BEFORE INSERT ON release EXECUTE FUNCTION away()")
                .update();
        assertThatThrownBy(() -> newsroom.gathering.gather("mailbox")).isInstanceOf(RuntimeException.class);
        assertThat(postbox.flags(0)).doesNotContain("$TiedoteDone", "$TiedotePassedOver");

        postbox.database.jdbc().sql("DROP TRIGGER away ON release").update();
        assertThat(newsroom.gathering.gather("mailbox").created()).isEqualTo(1);
        assertThat(newsroom.announced()).containsExactly("Otsikko");
    }

    private static void await(BooleanSupplier fulfilled) {
        var end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!fulfilled.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(20_000_000);
        }
        assertThat(fulfilled.getAsBoolean()).isTrue();
    }

    @Test
    void theSameMailAgainIsNothing() throws Exception {
        postbox.deliver(Postbox.mail("1", "Otsikko"));
        newsroom.gathering.gather("mailbox");
        postbox.deliver(Postbox.mail("1", "Otsikko"));

        var again = newsroom.gathering.gather("mailbox");
        assertThat(again.created() + again.corrected()).isZero();
        assertThat(again.problems()).isEmpty();
    }

    @Test
    void aMailboxWithOtherUidsBringsNothingTwice() throws Exception {
        postbox.deliver(Postbox.mail("1", "Otsikko"));
        newsroom.gathering.gather("mailbox");
        postbox.database
                .jdbc()
                .sql("UPDATE source SET mark = '99:7' WHERE key = 'mailbox'")
                .update();

        var again = newsroom.gathering.gather("mailbox");
        assertThat(again.unchanged()).isEqualTo(1);
        assertThat(newsroom.titles()).containsExactly("Otsikko");
    }

    @Test
    void aMailThatTakesAnothersPlaceIsACorrection() throws Exception {
        postbox.deliver(Postbox.mail("1", "Otsikko"));
        newsroom.gathering.gather("mailbox");
        postbox.deliver(Postbox.mail("2", "Parempi otsikko").replace("MIME", "Supersedes: <1@example.org>\nMIME"));
        postbox.deliver(
                Postbox.mail("3", "Korjaus: Parempi otsikko").replace("MIME", "In-Reply-To: <2@example.org>\nMIME"));

        assertThat(newsroom.gathering.gather("mailbox").corrected()).isEqualTo(2);
        assertThat(newsroom.titles()).containsExactly("Korjaus: Parempi otsikko");
    }

    @Test
    void aMailIsMovedWhenItsReleaseIsStored() throws Exception {
        postbox.server.getManagers().getImapHostManager().createMailbox(postbox.user, "Done");
        postbox.deliver(Postbox.mail("1", "Otsikko"));
        postbox.deliver(Postbox.mail("2", "Vieras").replace(Postbox.PROOF, ""));
        try (var moving = postbox.newsroom("Done", "secret", "INBOX")) {
            moving.gathering.gather("mailbox");
        }

        assertThat(postbox.inbox()).hasSize(1);
        assertThat(postbox.server
                        .getManagers()
                        .getImapHostManager()
                        .getFolder(postbox.user, "Done")
                        .getMessages())
                .hasSize(1);
    }

    @Test
    void oneBadMailKeepsNoOtherBack() throws Exception {
        postbox.deliver(Postbox.PROOF + "From: x@example.org\nSubject: empty\nMessage-ID: <0@example.org>\n\n");
        postbox.deliver(Postbox.mail("1", "Liian pitkä").replace("Teksti", "Teksti ".repeat(20_000)));
        postbox.deliver(Postbox.mail("2", "Hyvä"));

        assertThat(newsroom.gathering.gather("mailbox").problems()).hasSize(2);
        assertThat(newsroom.titles()).containsExactly("Hyvä");
    }

    @Test
    void attachmentsAreKept() throws Exception {
        postbox.deliver(Postbox.mail("1", "Liitteineen").replaceFirst("(?s)Content-Type: .*", """
                        Content-Type: multipart/mixed; boundary=m

                        --m

                        Teksti ja liite.
                        --m
                        Content-Type: application/pdf; name=a.pdf
                        Content-Disposition: attachment

                        %PDF-1.7 x
                        --m--
                        """));
        newsroom.gathering.gather("mailbox");

        assertThat(newsroom.releases
                        .latest(fi.tiedote.release.Selection.EVERYTHING, 1)
                        .get(0)
                        .attachments())
                .singleElement()
                .satisfies(file -> assertThat(file.type()).isEqualTo("application/pdf"));
        assertThat(postbox.database
                        .jdbc()
                        .sql("SELECT count(*) FROM attachment_piece")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aDryRunLeavesNoTrace() throws Exception {
        postbox.deliver(Postbox.mail("1", "Kokeeksi"));
        var drafts = new ArrayList<Draft>();
        newsroom.gathering.dryRun("mailbox", drafts::add);

        assertThat(drafts).extracting(Draft::title).containsExactly("Kokeeksi");
        assertThat(newsroom.titles()).isEmpty();
        assertThat(postbox.flags(0)).isEmpty();
    }

    @Test
    void wrongSettingsAreTheSourcesFailure() throws Exception {
        try (var wrong = postbox.newsroom(null, "wrong", "INBOX")) {
            assertThat(wrong.gathering.gather("mailbox").failure()).contains("username and password");
        }
        try (var wrong = postbox.newsroom(null, "secret", "Nowhere")) {
            assertThat(wrong.gathering.gather("mailbox").failure()).contains("no folder \"Nowhere\"");
        }
        try (var wrong = postbox.newsroom("Nowhere", "secret", "INBOX")) {
            assertThat(wrong.gathering.gather("mailbox").failure()).contains("no folder \"Nowhere\"");
        }
    }

    @Test
    void settingsThatAreUnsafeStopTheStart() {
        assertThatThrownBy(
                        () -> settings("imap.example.org", 143, MailboxSettings.Security.NONE, List.of("@example.org")))
                .hasMessageContaining("security must be");
        assertThatThrownBy(() -> settings("127.0.0.1", 143, MailboxSettings.Security.NONE, List.of()))
                .hasMessageContaining("senders must");
        assertThat(settings("127.0.0.1", 143, MailboxSettings.Security.NONE, List.of("@example.org"))
                        .toString())
                .doesNotContain("secret");
    }

    private static MailboxSettings settings(
            String host, int port, MailboxSettings.Security security, List<String> senders) {
        return new MailboxSettings(
                host,
                port,
                security,
                "releases",
                "secret",
                "INBOX",
                null,
                senders,
                List.of("none"),
                DataSize.ofKilobytes(64));
    }
}
