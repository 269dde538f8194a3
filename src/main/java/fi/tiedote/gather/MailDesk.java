package fi.tiedote.gather;

import fi.tiedote.city.City;
import fi.tiedote.reading.Document;
import fi.tiedote.reading.Identity;
import fi.tiedote.reading.Item;
import fi.tiedote.reading.ItemBuilder;
import fi.tiedote.reading.Mail;
import fi.tiedote.reading.MailForm;
import fi.tiedote.reading.Origin;
import fi.tiedote.reading.Reading;
import fi.tiedote.reading.Subject;
import fi.tiedote.reading.Unreadable;
import fi.tiedote.release.Attachments;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Decides what a mail is: a release, the correction of one, or nothing for readers. */
class MailDesk {
    private final Look look;
    private final KnownMails mails;
    private final Attachments attachments;
    private final City city;
    private final Senders senders;

    MailDesk(Look look, KnownMails mails, Attachments attachments, City city) {
        this.look = look;
        this.mails = mails;
        this.attachments = attachments;
        this.city = city;
        this.senders = new Senders(Objects.requireNonNull(look.source().mailbox()));
    }

    /** @return why it was passed over; empty when its release is stored */
    Optional<String> take(byte[] bytes) throws IOException {
        var mail = Mail.of(bytes);
        var id = mail.id().isEmpty() ? Identity.hash(bytes) : mail.id();
        var source = look.source().key();
        // One that is known is read again for the sake of changed rules, as the release that it was.
        if (!senders.know(mail)) {
            return Optional.of("its sender is none of senders, or has not proved to be who it says");
        }
        var reading = read(mail);
        if (!(reading instanceof Document document)) {
            return Optional.of(reading instanceof Unreadable unreadable ? unreadable.reason() : "");
        }
        document.problems().forEach(problem -> look.harvest().report("mail " + Identity.hash(id) + ": " + problem));
        var item = document.items().get(0);
        var known = known(mail, id);
        if (known.isPresent() && isOlder(id, known.get())) {
            return Optional.empty();
        }
        var problem = look.harvest().take(with(item, known.orElse(id)));
        if (problem.isEmpty() && !look.alone()) {
            mails.remember(source, id, known.orElse(id), Subject.likeness(mail.subject()));
        }
        return problem;
    }

    private Reading read(Mail mail) throws IOException {
        var source = look.source();
        var zone = source.zone() == null ? city.timeZone() : source.zone();
        var origin = new Origin(look.from(), "message/rfc822", zone, source.language());
        try {
            return look.alone()
                    ? MailForm.read(mail, origin, file -> {})
                    : MailForm.read(mail, origin, attachments::keep);
        } catch (IllegalArgumentException | IndexOutOfBoundsException | NullPointerException unforeseen) {
            return new Unreadable("it cannot be read: " + unforeseen);
        }
    }

    /** The release that it was before, or takes the place of, or corrects within its thread. */
    private Optional<String> known(Mail mail, String id) {
        var source = look.source().key();
        return mails.item(source, List.of(id), null)
                .or(() -> mails.item(source, mail.superseded(), null))
                .or(() -> mails.item(source, mail.thread(), Subject.likeness(mail.subject())));
    }

    /** A mail that was corrected since must not bring its mistake back. */
    private boolean isOlder(String id, String item) {
        return mails.isCorrected(look.source().key(), id, item);
    }

    private static Item with(Item item, String id) {
        return new ItemBuilder(item)
                .id(id.length() <= 500 ? id : Identity.hash(id))
                .url(null)
                .build();
    }
}
