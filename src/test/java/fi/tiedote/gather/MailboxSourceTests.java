package fi.tiedote.gather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fi.tiedote.kit.MovingClock;
import fi.tiedote.kit.TestDatabase;
import fi.tiedote.release.Draft;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

class MailboxSourceTests {
    private static final String PROOF = "Authentication-Results: mx.example.org; dmarc=pass header.from=example.org\n";

    private final TestDatabase database = TestDatabase.fresh();
    private final MovingClock clock = new MovingClock("2026-11-23T09:00:00Z");
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    private GreenMailUser user;
    private Newsroom newsroom;

    @BeforeEach
    void open() throws Exception {
        server.start();
        user = server.setUser("releases@example.org", "releases", "secret");
        newsroom = newsroom(null, "secret", "INBOX");
    }

    @AfterEach
    void close() throws Exception {
        newsroom.close();
        server.stop();
    }

    @Test
    void whatIsThereAtFirstIsAnnouncedToNobodyAndWhatComesLaterIs() throws Exception {
        deliver(mail("1", "Vanha"));
        assertThat(newsroom.gathering.gather("mailbox").created()).isEqualTo(1);

        deliver(mail("2", "Uusi"));
        assertThat(newsroom.gathering.gather("mailbox").created()).isEqualTo(1);

        assertThat(newsroom.titles()).containsExactlyInAnyOrder("Vanha", "Uusi");
        assertThat(newsroom.announced()).containsExactly("Uusi");
        assertThat(flags(0)).contains("$TiedoteDone");
        assertThat(inbox()).hasSize(2);
    }

    @Test
    void whatComesWhileWeListenIsLookedAtAtOnce() throws Exception {
        newsroom.gathering.gather("mailbox");
        newsroom.mailWatches.start();
        deliver(mail("1", "Juuri nyt"));

        await(() -> newsroom.announced().equals(List.of("Juuri nyt")));
        newsroom.mailWatches.stop();
    }

    @Test
    void aMailThatTheDatabaseCouldNotTakeIsNeitherMarkedNorLost() throws Exception {
        newsroom.gathering.gather("mailbox");
        deliver(mail("1", "Otsikko"));
        database.jdbc().sql("""
                CREATE FUNCTION away() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN RAISE EXCEPTION 'away' USING ERRCODE = '57P01'; END $$
                """).update();
        database.jdbc()
                .sql("CREATE TRIGGER away BEFORE INSERT ON release EXECUTE FUNCTION away()")
                .update();
        assertThatThrownBy(() -> newsroom.gathering.gather("mailbox")).isInstanceOf(RuntimeException.class);
        assertThat(flags(0)).doesNotContain("$TiedoteDone", "$TiedotePassedOver");

        database.jdbc().sql("DROP TRIGGER away ON release").update();
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
        deliver(mail("1", "Otsikko"));
        newsroom.gathering.gather("mailbox");
        deliver(mail("1", "Otsikko"));

        var again = newsroom.gathering.gather("mailbox");
        assertThat(again.created() + again.corrected()).isZero();
        assertThat(again.problems()).isEmpty();
    }

    @Test
    void aMailboxWithOtherUidsBringsNothingTwice() throws Exception {
        deliver(mail("1", "Otsikko"));
        newsroom.gathering.gather("mailbox");
        database.jdbc()
                .sql("UPDATE source SET mark = '99:7' WHERE key = 'mailbox'")
                .update();

        var again = newsroom.gathering.gather("mailbox");
        assertThat(again.unchanged()).isEqualTo(1);
        assertThat(newsroom.titles()).containsExactly("Otsikko");
    }

    @Test
    void aMailThatTakesAnothersPlaceIsACorrection() throws Exception {
        deliver(mail("1", "Otsikko"));
        newsroom.gathering.gather("mailbox");
        deliver(mail("2", "Parempi otsikko").replace("MIME", "Supersedes: <1@example.org>\nMIME"));
        deliver(mail("3", "Korjaus: Parempi otsikko").replace("MIME", "In-Reply-To: <2@example.org>\nMIME"));

        assertThat(newsroom.gathering.gather("mailbox").corrected()).isEqualTo(2);
        assertThat(newsroom.titles()).containsExactly("Korjaus: Parempi otsikko");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        From: x@example.net | mx.example.org; dmarc=pass header.from=example.net
        From: x@example.org | mx.example.org; dmarc=fail header.from=example.org
        From: x@example.org | mx.example.org; dkim=pass header.d=example.net
        From: x@example.org | mx.example.org; dkim=pass header.d=org
        From: x@example.org | mx.example.org; spf=pass smtp.mailfrom=a@evil.example
        From: x@example.org | other.example.org; dmarc=pass header.from=example.org
        From: x@example.org | mx.example.org; none (dmarc=pass header.from=example.org)
        From: x@example.org, y@example.org | mx.example.org; dmarc=pass header.from=example.org
        From: "x@example.org" <x@example.net> | mx.example.org; dmarc=pass header.from=example.net
        From: x@notexample.org | mx.example.org; dmarc=pass header.from=notexample.org
        """)
    void aStrangersMailIsNoReleaseAndToldOnceWithoutAnAddress(String from, String results) throws Exception {
        deliver("Authentication-Results: " + results + "\n"
                + mail("1", "Vieras").replace(PROOF, "").replaceFirst("From: .*", from));
        deliver(mail("2", "Oma"));

        var look = newsroom.gathering.gather("mailbox");
        assertThat(look.problems())
                .singleElement()
                .asString()
                .startsWith("mail 1 ")
                .doesNotContain("@");
        assertThat(newsroom.gathering.gather("mailbox").problems()).isEmpty();
        assertThat(newsroom.titles()).containsExactly("Oma");
        assertThat(flags(0)).contains("$TiedotePassedOver");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        mx.example.org; dkim=pass header.d=example.org
        mx.example.org 1; spf=fail; dkim=pass (good) header.i=@example.org header.s=a
        mx.example.org; spf=pass smtp.mailfrom=bounce@example.org
        """)
    void aSenderIsProvedByAnyAlignedResult(String results) throws Exception {
        deliver("Authentication-Results: " + results + "\n" + mail("1", "Oma").replace(PROOF, ""));

        newsroom.gathering.gather("mailbox");
        assertThat(newsroom.titles()).containsExactly("Oma");
    }

    @Test
    void onlyTheTopmostResultCounts() throws Exception {
        deliver("Authentication-Results: mx.example.org; dmarc=fail header.from=example.org\n" + mail("1", "Vieras"));

        newsroom.gathering.gather("mailbox");
        assertThat(newsroom.titles()).isEmpty();
    }

    @Test
    void aMailIsMovedWhenItsReleaseIsStored() throws Exception {
        server.getManagers().getImapHostManager().createMailbox(user, "Done");
        deliver(mail("1", "Otsikko"));
        deliver(mail("2", "Vieras").replace(PROOF, ""));
        try (var moving = newsroom("Done", "secret", "INBOX")) {
            moving.gathering.gather("mailbox");
        }

        assertThat(inbox()).hasSize(1);
        assertThat(server.getManagers()
                        .getImapHostManager()
                        .getFolder(user, "Done")
                        .getMessages())
                .hasSize(1);
    }

    @Test
    void oneBadMailKeepsNoOtherBack() throws Exception {
        deliver(PROOF + "From: x@example.org\nSubject: empty\nMessage-ID: <0@example.org>\n\n");
        deliver(mail("1", "Liian pitkä").replace("Teksti", "Teksti ".repeat(20_000)));
        deliver(mail("2", "Hyvä"));

        assertThat(newsroom.gathering.gather("mailbox").problems()).hasSize(2);
        assertThat(newsroom.titles()).containsExactly("Hyvä");
    }

    @Test
    void attachmentsAreKept() throws Exception {
        deliver(mail("1", "Liitteineen").replaceFirst("(?s)Content-Type: .*", """
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
        assertThat(database.jdbc()
                        .sql("SELECT count(*) FROM attachment_piece")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aDryRunLeavesNoTrace() throws Exception {
        deliver(mail("1", "Kokeeksi"));
        var drafts = new ArrayList<Draft>();
        newsroom.gathering.dryRun("mailbox", drafts::add);

        assertThat(drafts).extracting(Draft::title).containsExactly("Kokeeksi");
        assertThat(newsroom.titles()).isEmpty();
        assertThat(flags(0)).isEmpty();
    }

    @Test
    void wrongSettingsAreTheSourcesFailure() throws Exception {
        try (var wrong = newsroom(null, "wrong", "INBOX")) {
            assertThat(wrong.gathering.gather("mailbox").failure()).contains("username and password");
        }
        try (var wrong = newsroom(null, "secret", "Nowhere")) {
            assertThat(wrong.gathering.gather("mailbox").failure()).contains("no folder \"Nowhere\"");
        }
        try (var wrong = newsroom("Nowhere", "secret", "INBOX")) {
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

    private Newsroom newsroom(@Nullable String done, String password, String folder) {
        return new Newsroom(
                database,
                clock,
                Newsroom.mailbox(new MailboxSettings(
                        "127.0.0.1",
                        server.getImap().getPort(),
                        MailboxSettings.Security.NONE,
                        "releases",
                        password,
                        folder,
                        done,
                        List.of("@example.org"),
                        List.of("mx.example.org"),
                        DataSize.ofKilobytes(64))));
    }

    private void deliver(String mail) throws Exception {
        user.deliver(new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8))));
    }

    private List<com.icegreen.greenmail.store.StoredMessage> inbox() throws Exception {
        return server.getManagers().getImapHostManager().getInbox(user).getMessages();
    }

    private String flags(int at) throws Exception {
        return String.join(" ", inbox().get(at).getFlags().getUserFlags());
    }

    private static String mail(String id, String title) {
        return PROOF + "From: Aino <aino@example.org>\nMessage-ID: <" + id + "@example.org>\nSubject: " + title
                + "\nDate: Mon, 23 Nov 2026 09:00:00 +0200\nMIME-Version: 1.0\n"
                + "Content-Type: text/plain; charset=utf-8\n\nTeksti, joka on uutinen: " + title + ".\n";
    }
}
