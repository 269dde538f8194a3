package fi.tiedote.delivery;

import jakarta.mail.MessagingException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Hands letters over a connection, one after the other, and says what became of each. */
class Handover {
    private static final int POLICY_TRIES = 3;

    private final Line line;
    private final Envelopes envelopes;
    private final Patience patience;
    private final Signers signers;
    private final Notes notes;

    Handover(Line line, Envelopes envelopes, Patience patience, Signers signers, Notes notes) {
        this.line = line;
        this.envelopes = envelopes;
        this.patience = patience;
        this.signers = signers;
        this.notes = notes;
    }

    /**
     * @param next the letter that will probably follow: its envelope may go along, never more
     * @throws RelayTrouble when the letter was not even offered
     */
    Outcome hand(Letter letter, Plate plate, @Nullable Letter next) throws RelayTrouble {
        var envelope = envelopes.of(letter);
        if (envelope.isEmpty()) {
            return new Outcome.Refused("the address is none that SMTP can carry");
        }
        var job = new Job(letter, envelope.get(), plate, next);
        try {
            return offer(job);
        } catch (MessagingException | IOException broken) {
            var again = line.isReused() || line.failedToPipeline();
            line.drop();
            return again ? onFreshLine(job) : lost(letter, broken);
        }
    }

    /** The server may end a connection between two letters; the letter is not to blame. */
    private Outcome onFreshLine(Job job) throws RelayTrouble {
        try {
            return offer(job);
        } catch (MessagingException | IOException broken) {
            line.drop();
            return lost(job.letter(), broken);
        }
    }

    private Outcome offer(Job job) throws RelayTrouble, MessagingException, IOException {
        var wire = line.wire(job.envelope());
        if (!wire.carries(job.envelope())) {
            return new Outcome.Refused("the relay does not take addresses beyond ASCII (SMTPUTF8)");
        }
        if (!wire.fits(job.plate().size())) {
            var reply = "the letter has " + job.plate().size() + " octets, more than the relay takes (SIZE)";
            return patience.deferred(job.letter(), reply, Cause.MESSAGE);
        }
        var answer = wire.offer(job.envelope());
        if (answer.isReady()) {
            return message(wire, job);
        }
        if (answer.isAboutSender()) {
            refuseToBeRefused(answer.reply());
        }
        return negative(wire, job.letter(), answer.stage(), answer.reply());
    }

    private void refuseToBeRefused(Reply mail) throws RelayTrouble, MessagingException {
        if (mail.endsConnection() && line.isReused()) {
            throw new MessagingException(mail.text());
        }
        if (mail.isPermanent()) {
            line.drop();
            throw new RelayTrouble("it refuses our sender address: " + mail.codes(), true);
        }
    }

    private Outcome message(Wire wire, Job job) throws IOException {
        var values = Plate.encoded(envelopes.values(job.letter(), job.envelope()));
        wire.message(signers.sign(job.plate(), values), job.plate(), values);
        return dot(wire, job);
    }

    private Outcome dot(Wire wire, Job job) {
        try {
            notes.onTheWire(job.letter());
            wire.dot(following(job));
            var reply = wire.read();
            if (reply.endsConnection()) {
                line.drop();
            }
            return reply.isPositive() ? new Outcome.Accepted(reply.text()) : answered(job.letter(), reply);
        } catch (MessagingException | IOException broken) {
            line.drop();
            return patience.inDoubt(job.letter(), "no reply to the message: " + broken.getMessage());
        }
    }

    private @Nullable Envelope following(Job job) {
        return job.next() == null || line.isWorn()
                ? null
                : envelopes.of(job.next()).orElse(null);
    }

    private Outcome answered(Letter letter, Reply reply) {
        notes.declined(letter);
        return settled(letter, Stage.DOT, reply);
    }

    private Outcome negative(Wire wire, Letter letter, Stage stage, Reply reply) {
        if (reply.endsConnection() || !wire.reset()) {
            line.drop();
        }
        return settled(letter, stage, reply);
    }

    /** Where it is we who are refused, the letter waits: somebody may put us right. */
    private Outcome settled(Letter letter, Stage stage, Reply reply) {
        var cause = Diagnosis.of(stage, reply);
        var ours = cause == Cause.SENDER || (cause == Cause.POLICY && letter.tries() < POLICY_TRIES);
        return reply.isPermanent() && !ours
                ? new Outcome.Refused(reply.text(), cause)
                : patience.deferred(letter, reply.text(), cause);
    }

    private Outcome lost(Letter letter, Exception broken) {
        return patience.deferred(letter, "connection lost: " + broken, Cause.OTHER);
    }

    private record Job(
            Letter letter,
            Envelope envelope,
            Plate plate,
            @Nullable Letter next) {}
}
