package fi.tiedote.delivery;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/**
 * One SMTP connection. Angus greets, secures and authenticates; the data path is ours. Where the server pipelines (RFC
 * 2920), an envelope is one write, and a letter, its final dot and the envelope of the next one are another.
 */
class Wire extends SMTPTransport {
    private static final byte[] DOT = {'.', '\r', '\n'};

    private final Cable cable;
    private final Burst burst;
    private final Pipelining pipelining;
    private final boolean pipelines;
    private @Nullable Envelope ahead;
    private boolean failed;

    /** @throws MessagingException when the server does not take us */
    Wire(Session session, Relay relay, Cable cable, Pipelining pipelining) throws MessagingException, IOException {
        super(session, new URLName("smtp", relay.host(), relay.port(), null, relay.username(), Sessions.secret(relay)));
        this.cable = cable;
        // A server that goes away at the door has this closed from within.
        this.pipelining = pipelining;
        connect(cable.top());
        this.burst = new Burst(cable.output());
        this.pipelines = supportsExtension("PIPELINING");
    }

    /** False when the envelope of another letter is on the wire already. */
    synchronized boolean isFreeFor(Envelope envelope) {
        return ahead == null || ahead.equals(envelope);
    }

    boolean carries(Envelope envelope) {
        return !envelope.isInternational() || supportsExtension("SMTPUTF8");
    }

    /** Whether a message of so many octets is within the limit that the server tells, if it tells one (RFC 1870). */
    boolean fits(long octets) {
        var limit = getExtensionParameter("SIZE");
        return limit == null || !limit.matches("[1-9]\\d{0,17}") || octets <= Long.parseLong(limit);
    }

    synchronized Answer offer(Envelope envelope) throws MessagingException, IOException {
        cable.awaitReply();
        if (ahead == null && !mayPipeline()) {
            return stepByStep(envelope);
        }
        var early = ahead != null;
        if (!early) {
            burst.write(envelope.group());
            burst.flush();
        }
        ahead = null;
        return inStep(early);
    }

    /** Whether the server broke its promise to pipeline, so that the letter should go step by step. */
    boolean failedToPipeline() {
        return failed;
    }

    private boolean mayPipeline() {
        return pipelines && pipelining.isFor(this);
    }

    private Answer inStep(boolean early) throws MessagingException, IOException {
        try {
            var answer = pipelining.isTriedBy(this) ? answerToTrial() : answer();
            pipelining.worked(this, early);
            return answer;
        } catch (MessagingException | IOException lost) {
            failed(lost);
            throw lost;
        }
    }

    private Answer answerToTrial() throws MessagingException, IOException {
        cable.wait(pipelining.patience());
        var answer = answer();
        cable.awaitReply();
        if (answer.reply().isAboutOrder()) {
            throw new MessagingException("it answered " + answer.reply().codes());
        }
        return answer;
    }

    private void failed(Exception lost) {
        failed = pipelining.isTriedBy(this);
        var cause = lost instanceof MessagingException outer ? outer.getNextException() : null;
        pipelining.failed(this, String.valueOf((cause == null ? lost : cause).getMessage()));
    }

    /** Writes the message; before {@link #dot} the server cannot have accepted it. */
    synchronized void message(byte[] signatures, Plate plate, Map<Slot, byte[]> values) throws IOException {
        burst.write(signatures);
        plate.stuffTo(burst, values);
    }

    /** Writes the final dot and, where the server pipelines, the envelope that will be offered next. */
    synchronized void dot(@Nullable Envelope next) throws IOException {
        burst.write(DOT);
        if (next != null && mayPipeline() && carries(next)) {
            burst.write(next.group());
            ahead = next;
        }
        burst.flush();
        cable.awaitVerdict();
    }

    /** @throws MessagingException when the server closed the connection instead */
    synchronized Reply read() throws MessagingException {
        try {
            return fitting(reply(readServerResponse()), false);
        } catch (MessagingException lost) {
            if (ahead != null) {
                failed(lost);
            }
            throw lost;
        }
    }

    /** Forgets an envelope that was offered. @return whether the connection can go on */
    synchronized boolean reset() {
        try {
            return command("RSET").isPositive();
        } catch (MessagingException gone) {
            return false;
        }
    }

    /** From another thread: ends a connection whose server does not read. */
    void cutIfStuck(Duration limit) {
        if (burst.isStuck(limit)) {
            cable.cut();
        }
    }

    /** From another thread. */
    void cut() {
        cable.cut();
    }

    /** A farewell after an envelope would be the text of a message. */
    @Override
    public synchronized void close() throws MessagingException {
        pipelining.left(this);
        if (ahead != null) {
            cable.cut();
        }
        super.close();
    }

    private Answer stepByStep(Envelope envelope) throws MessagingException {
        var mail = fitting(command(envelope.mail()), false);
        var rcpt = mail.isPositive() ? fitting(command(envelope.rcpt()), false) : mail;
        var data = rcpt.isPositive() ? fitting(command("DATA"), true) : rcpt;
        return Answer.of(mail, rcpt, data);
    }

    private Answer answer() throws MessagingException, IOException {
        var mail = read();
        var rcpt = mail.endsConnection() ? mail : read();
        var data = rcpt.endsConnection() ? rcpt : fitting(reply(readServerResponse()), true);
        var answer = Answer.of(mail, rcpt, data);
        if (data.asksForMessage() && !answer.isReady()) {
            burst.write(DOT);
            burst.flush();
            read();
        }
        return answer;
    }

    private Reply command(String line) throws MessagingException {
        return reply(simpleCommand(line.getBytes(StandardCharsets.UTF_8)));
    }

    /** A reply that a step cannot have tells that replies and commands have lost each other. */
    private static Reply fitting(Reply reply, boolean toData) throws MessagingException {
        var misfit = toData ? reply.isPositive() : reply.asksForMessage();
        if (misfit || reply.code() < 200 || reply.code() >= 600) {
            throw new MessagingException("the server answers out of turn: " + reply.codes());
        }
        return reply;
    }

    private Reply reply(int code) throws MessagingException {
        if (code < 0) {
            throw new MessagingException("the server closed the connection");
        }
        return new Reply(code, String.valueOf(getLastServerResponse()));
    }
}
