package fi.tiedote.gather;

import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fi.tiedote.kit.MovingClock;
import fi.tiedote.kit.TestDatabase;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** A mailbox on a server of its own, and the newsroom that reads it as the source "mailbox". */
class Postbox implements AutoCloseable {
    static final String PROOF = "Authentication-Results: mx.example.org; dmarc=pass header.from=example.org\n";

    final TestDatabase database = TestDatabase.fresh();
    final MovingClock clock = new MovingClock("2026-11-23T09:00:00Z");
    final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    final GreenMailUser user;
    final Newsroom newsroom;

    Postbox() {
        server.start();
        user = server.setUser("releases@example.org", "releases", "secret");
        newsroom = newsroom(null, "secret", "INBOX");
    }

    @Override
    public void close() {
        newsroom.close();
        server.stop();
    }

    Newsroom newsroom(@Nullable String done, String password, String folder) {
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

    void deliver(String mail) throws Exception {
        user.deliver(new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8))));
    }

    List<StoredMessage> inbox() throws Exception {
        return server.getManagers().getImapHostManager().getInbox(user).getMessages();
    }

    String flags(int at) throws Exception {
        return String.join(" ", inbox().get(at).getFlags().getUserFlags());
    }

    static String mail(String id, String title) {
        return PROOF + "From: Aino <aino@example.org>\nMessage-ID: <" + id + "@example.org>\nSubject: " + title
                + "\nDate: Mon, 23 Nov 2026 09:00:00 +0200\nMIME-Version: 1.0\n"
                + "Content-Type: text/plain; charset=utf-8\n\nTeksti, joka on uutinen: " + title + ".\n";
    }
}
