package fi.tiedote.delivery;

import jakarta.mail.MessagingException;
import java.io.IOException;

/** Hands one letter over a connection, and says what became of it. */
class Handover {
    private final Line line;
    private final Envelopes envelopes;
    private final Patience patience;

    Handover(Line line, Envelopes envelopes, Patience patience) {
        this.line = line;
        this.envelopes = envelopes;
        this.patience = patience;
    }

    /** @throws RelayTrouble when the letter was not even offered */
    Outcome hand(Letter letter, Plate plate) throws RelayTrouble {
        var recipient = EmailAddress.of(letter.address());
        if (recipient.isEmpty()) {
            return new Outcome.Refused("the address is none that SMTP can carry");
        }
        try {
            return offer(letter, recipient.get(), plate);
        } catch (MessagingException | IOException broken) {
            var reused = line.isReused();
            line.drop();
            return reused
                    ? onFreshLine(letter, recipient.get(), plate)
                    : deferred(letter, "connection lost: " + broken);
        }
    }

    /** The server may end a connection between two letters; the letter is not to blame. */
    private Outcome onFreshLine(Letter letter, EmailAddress recipient, Plate plate) throws RelayTrouble {
        try {
            return offer(letter, recipient, plate);
        } catch (MessagingException | IOException broken) {
            line.drop();
            return deferred(letter, "connection lost: " + broken);
        }
    }

    private Outcome offer(Letter letter, EmailAddress recipient, Plate plate)
            throws RelayTrouble, MessagingException, IOException {
        var wire = line.wire();
        var international = !recipient.isAscii();
        if (international && !wire.supportsExtension("SMTPUTF8")) {
            return new Outcome.Refused("the relay does not take addresses beyond ASCII (SMTPUTF8)");
        }
        var mail = wire.mail(envelopes.sender(letter), recipient.toString(), international);
        if (mail.endsConnection() && line.isReused()) {
            throw new MessagingException(mail.text());
        }
        if (mail.isPermanent()) {
            line.drop();
            throw new RelayTrouble("it refuses our sender address: " + mail.codes());
        }
        if (!mail.isPositive()) {
            return negative(wire, letter, mail);
        }
        var rcpt = wire.rcpt(recipient.toString());
        return rcpt.isPositive() ? message(wire, letter, plate) : negative(wire, letter, rcpt);
    }

    private Outcome message(Wire wire, Letter letter, Plate plate) throws MessagingException, IOException {
        var goAhead = wire.message(plate, envelopes.values(letter));
        return goAhead.isPositive() ? dot(wire, letter) : negative(wire, letter, goAhead);
    }

    private Outcome dot(Wire wire, Letter letter) {
        try {
            wire.dot();
            var reply = wire.read();
            if (reply.endsConnection()) {
                line.drop();
            }
            return reply.isPositive() ? new Outcome.Accepted(reply.text()) : settled(letter, reply);
        } catch (MessagingException broken) {
            line.drop();
            return patience.inDoubt(letter, "no reply to the message: " + broken.getMessage());
        }
    }

    private Outcome negative(Wire wire, Letter letter, Reply reply) throws MessagingException {
        if (reply.endsConnection()) {
            line.drop();
        } else {
            wire.reset();
        }
        return settled(letter, reply);
    }

    private Outcome settled(Letter letter, Reply reply) {
        return reply.isPermanent() ? new Outcome.Refused(reply.text()) : deferred(letter, reply.text());
    }

    private Outcome deferred(Letter letter, String reply) {
        return patience.deferred(letter, reply);
    }
}
