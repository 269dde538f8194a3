package fi.tiedote.delivery;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * One SMTP connection. Angus connects, secures and authenticates; the data path is ours: a plate's segments go straight
 * to the stream, and MAIL and RCPT go together where the server pipelines (RFC 2920). Its locks are Angus' own.
 */
class Wire extends SMTPTransport {
    private boolean together;

    Wire(Session session, boolean tls) {
        super(session, new URLName(tls ? "smtps" : "smtp", null, -1, null, null, null), tls ? "smtps" : "smtp", tls);
    }

    /** Begins an envelope. */
    synchronized Reply mail(String sender, String recipient, boolean international) throws MessagingException {
        var line = "MAIL FROM:<" + sender + ">" + (international ? " SMTPUTF8" : "");
        together = !international && supportsExtension("PIPELINING");
        if (!together) {
            return command(line);
        }
        sendCommand(line);
        sendCommand("RCPT TO:<" + recipient + ">");
        var reply = read();
        if (!reply.isPositive() && !reply.endsConnection()) {
            read();
        }
        return reply;
    }

    synchronized Reply rcpt(String recipient) throws MessagingException {
        return together ? read() : command("RCPT TO:<" + recipient + ">");
    }

    /** Asks for and writes the message; before {@link #dot} the server cannot have accepted it. */
    synchronized Reply message(Plate plate, Map<Slot, String> values) throws IOException, MessagingException {
        try {
            plate.writeTo(data(), values);
            return new Reply(354, "");
        } catch (SMTPSendFailedException refused) {
            return new Reply(refused.getReturnCode(), String.valueOf(getLastServerResponse()));
        }
    }

    /** Writes the final dot. */
    synchronized void dot() throws MessagingException {
        sendCommand(".");
    }

    /** @throws MessagingException when the server closed the connection instead */
    synchronized Reply read() throws MessagingException {
        return reply(readServerResponse());
    }

    /** Forgets an envelope that was begun. */
    synchronized void reset() throws MessagingException {
        command("RSET");
    }

    private Reply command(String line) throws MessagingException {
        return reply(simpleCommand(line.getBytes(StandardCharsets.UTF_8)));
    }

    private Reply reply(int code) throws MessagingException {
        if (code < 0) {
            throw new MessagingException("the server closed the connection");
        }
        return new Reply(code, String.valueOf(getLastServerResponse()));
    }
}
