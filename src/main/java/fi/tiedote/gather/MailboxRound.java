package fi.tiedote.gather;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.FolderClosedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.StoreClosedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;

/** One look into a mailbox: reads what has come since the last one, mail by mail. */
class MailboxRound {
    private static final Pattern MARK = Pattern.compile("(\\d{1,10}):(\\d{1,10})");
    private static final long RANGE = 500;
    private static final long WIDEST = 1L << 32;
    private static final int MOST = 500;
    private static final Flags DONE = new Flags("$TiedoteDone");
    private static final Flags PASSED_OVER = new Flags("$TiedotePassedOver");

    private final Look look;
    private final Imap imap;
    private final MailDesk desk;
    private final Runnable renewal;
    private final long validity;
    private long last;
    private int count;

    /** @param renewal gives the server its time for another mail */
    MailboxRound(Look look, Imap imap, MailDesk desk, Runnable renewal) throws MessagingException {
        this.look = look;
        this.imap = imap;
        this.desk = desk;
        this.renewal = renewal;
        this.validity = imap.folder().getUIDValidity();
        var mark = MARK.matcher(look.mark());
        // Under another UIDVALIDITY all UIDs mean something else: then Message-IDs tell what is known (RFC 3501
        // §2.3.1.1).
        this.last = mark.matches() && Long.parseLong(mark.group(1)) == validity ? Long.parseLong(mark.group(2)) : 0;
    }

    Outcome read() throws MessagingException {
        var done = imap.mailbox().done();
        if (done != null && !imap.store().getFolder(done).exists()) {
            return new Outcome.Failed(
                    "the mailbox has no folder \"" + done + "\": make it, or mend its done", Duration.ZERO);
        }
        var next = imap.folder().getUIDNext();
        var upTo = next > 0 ? next - 1 : WIDEST - 1;
        for (var width = RANGE; last < upTo && count < MOST; ) {
            var end = Math.min(upTo, last + width);
            renewal.run();
            var messages = imap.folder().getMessagesByUID(last + 1, end);
            // Where much was moved away, UIDs have wide gaps.
            width = messages.length == 0 ? Math.min(width * 2, WIDEST) : RANGE;
            read(messages);
            last = count < MOST ? end : last;
        }
        var complete = last >= upTo;
        return new Outcome.Read(
                Outcome.Validators.NONE, !complete, new Outcome.Progress(validity + ":" + last, complete));
    }

    private void read(Message[] messages) throws MessagingException {
        for (var message : messages) {
            if (message == null || count >= MOST) {
                continue;
            }
            var uid = imap.folder().getUID(message);
            count++;
            read((IMAPMessage) message, uid);
            last = uid;
        }
    }

    private void read(IMAPMessage message, long uid) throws MessagingException {
        look.harvest().beat();
        renewal.run();
        try {
            var size = message.getSizeLong();
            if (size > imap.mailbox().largest().toBytes()) {
                passOver(
                        message,
                        uid,
                        "it is larger than " + imap.mailbox().largest().toMegabytes() + " MB");
                return;
            }
            Heavy.putDown();
            if (size > Heavy.LIGHT) {
                Heavy.lift();
            }
            var outcome = desk.take(bytes(message));
            if (outcome.isEmpty()) {
                finish(message, uid);
            } else {
                passOver(message, uid, outcome.get());
            }
        } catch (FolderClosedException | StoreClosedException ended) {
            throw ended;
        } catch (IOException | MessagingException bad) {
            if (bad instanceof Heavy.BusyException || !imap.folder().isOpen()) {
                throw new MessagingException(bad.getMessage(), bad);
            }
            passOver(message, uid, "it cannot be read: " + bad.getMessage());
        }
    }

    private byte[] bytes(IMAPMessage message) throws IOException, MessagingException {
        var bytes = new ByteArrayOutputStream();
        message.writeTo(new Limited(bytes, imap.mailbox().largest().toBytes()));
        return bytes.toByteArray();
    }

    /** Its release is stored: now, and not before, the mailbox may show it. */
    private void finish(IMAPMessage message, long uid) {
        if (look.alone()) {
            return;
        }
        try {
            var done = imap.mailbox().done();
            if (done == null) {
                message.setFlags(DONE, true);
            } else {
                move(message, imap.store().getFolder(done));
            }
        } catch (MessagingException refused) {
            look.harvest()
                    .report("mail " + uid + " is stored, but the mailbox did not let it be marked: "
                            + refused.getMessage());
        }
    }

    /** Without MOVE (RFC 6851) a copy goes there and the mail stays: to delete it would take an EXPUNGE. */
    private void move(IMAPMessage message, Folder done) throws MessagingException {
        IMAPFolder from = imap.folder();
        IMAPStore store = imap.store();
        if (store.hasCapability("MOVE")) {
            from.moveMessages(new Message[] {message}, done);
        } else {
            from.copyMessages(new Message[] {message}, done);
            message.setFlags(DONE, true);
        }
    }

    private void passOver(IMAPMessage message, long uid, String reason) {
        look.harvest().report("mail " + uid + " was passed over: " + reason);
        if (look.alone()) {
            return;
        }
        try {
            message.setFlags(PASSED_OVER, true);
        } catch (MessagingException refused) {
            // It has been told, and is known by its UID.
        }
    }

    private static class Limited extends OutputStream {
        private final OutputStream below;
        private long left;

        Limited(OutputStream below, long most) {
            this.below = below;
            this.left = most;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            left -= length;
            if (left < 0) {
                throw new IOException("it is larger than the server said");
            }
            below.write(bytes, from, length);
        }
    }
}
