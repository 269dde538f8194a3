package fi.tiedote.gather;

import fi.tiedote.city.City;
import fi.tiedote.release.Attachments;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** Gathers from mailboxes. */
@Component
class MailboxSource implements WebSource {
    private final KnownMails mails;
    private final Attachments attachments;
    private final City city;
    private final GatherSettings limits;

    MailboxSource(KnownMails mails, Attachments attachments, City city, GatherSettings limits) {
        this.mails = mails;
        this.attachments = attachments;
        this.city = city;
        this.limits = limits;
    }

    /** A server gets the deadline for each mail, not for the mailbox as a whole. */
    @Override
    public Outcome gather(Look look) {
        var mailbox = Objects.requireNonNull(look.source().mailbox());
        var end = new AtomicLong();
        Runnable renewal = () -> end.set(System.nanoTime() + limits.deadline().toNanos());
        renewal.run();
        try (var imap = Imap.open(mailbox, limits, limits.readTimeout(), end::get, !look.alone())) {
            return new MailboxRound(look, imap, new MailDesk(look, mails, attachments, city), renewal).read();
        } catch (MessagingException failed) {
            return new Outcome.Failed(Imap.reason(mailbox, failed), Duration.ZERO);
        }
    }
}
