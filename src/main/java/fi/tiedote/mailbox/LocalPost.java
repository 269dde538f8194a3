package fi.tiedote.mailbox;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.util.ServerSetup;

/** GreenMail's SMTP server on a free port of the loopback interface: takes letters to anybody, and lets none out. */
class LocalPost implements AutoCloseable {
    static final String ADDRESS = "127.0.0.1";
    private static final long PATIENCE_MILLIS = 10_000;

    private final SmtpServer server;

    private LocalPost(SmtpServer server) {
        this.server = server;
    }

    static LocalPost open(Pile pile) {
        var setup = new ServerSetup(0, ADDRESS, ServerSetup.PROTOCOL_SMTP);
        var server = new SmtpServer(setup, new Parts(pile));
        server.startService();
        try {
            if (!server.waitTillRunning(PATIENCE_MILLIS)) {
                throw new IllegalStateException("the mail server of the mailbox does not start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new LocalPost(server);
    }

    int port() {
        return server.getPort();
    }

    @Override
    public void close() {
        server.stopService();
    }

    /** GreenMail's parts, with ours in the place of the one that stores in memory. */
    private static class Parts extends Managers {
        private final Intake intake;

        Parts(Pile pile) {
            this.intake = new Intake(this, pile);
        }

        @Override
        public SmtpManager getSmtpManager() {
            return intake;
        }
    }
}
