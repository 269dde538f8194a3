package fi.tiedote.mailbox;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpState;
import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/** Puts on the pile what GreenMail receives, before the sender is told that it was taken. */
class Intake extends SmtpManager {
    private static final int LINES_OF_GREENMAIL = 2;

    private final Pile pile;

    Intake(Managers greenMail, Pile pile) {
        super(greenMail.getImapHostManager(), greenMail.getUserManager());
        this.pile = pile;
    }

    /** An exception becomes a 451 reply, and the letter is deferred. */
    @Override
    public synchronized void send(SmtpState state) {
        var message = new ByteArrayOutputStream();
        try {
            state.getMessage().getMessage().writeTo(message);
            pile.put(asItCame(message.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Without the lines that GreenMail puts on top, Return-Path and Received, and with the last line's end, which it takes
     * for a part of the final dot (RFC 5321 §4.1.1.4 says otherwise).
     */
    private static byte[] asItCame(byte[] message) {
        var start = 0;
        for (var lines = 0; lines < LINES_OF_GREENMAIL; start++) {
            lines += message[start] == '\n' ? 1 : 0;
        }
        var asItCame = Arrays.copyOfRange(message, start, message.length + 2);
        asItCame[asItCame.length - 2] = '\r';
        asItCame[asItCame.length - 1] = '\n';
        return asItCame;
    }
}
