package fi.tiedote.gather;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Folder;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Duration;
import java.util.Properties;
import java.util.function.LongSupplier;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;

/** A conversation with the server of a mailbox, by Angus Mail; it is closed without expunging anything. */
record Imap(MailboxSettings mailbox, IMAPStore store, IMAPFolder folder) implements AutoCloseable {
    private static final int PIECE = 256 * 1024;

    static Imap open(MailboxSettings mailbox, GatherSettings limits, Duration wait, LongSupplier end, boolean mayWrite)
            throws MessagingException {
        var session = Session.getInstance(properties(mailbox, limits, wait, end));
        var store = (IMAPStore) session.getStore("imap");
        try {
            store.connect(mailbox.host(), mailbox.port(), mailbox.username(), mailbox.password());
            var folder = (IMAPFolder) store.getFolder(mailbox.folder());
            folder.open(mayWrite ? Folder.READ_WRITE : Folder.READ_ONLY);
            return new Imap(mailbox, store, folder);
        } catch (MessagingException | RuntimeException failed) {
            store.close();
            throw failed;
        }
    }

    /** To be read after "source KEY:". */
    static String reason(MailboxSettings mailbox, Exception failed) {
        if (failed instanceof AuthenticationFailedException) {
            return "the mailbox refuses username and password; mend them in its settings";
        }
        if (failed instanceof FolderNotFoundException) {
            return "the mailbox has no folder \"" + mailbox.folder() + "\": make it, or mend its folder";
        }
        var cause = failed.getCause() instanceof Exception deeper && failed.getMessage() == null ? deeper : failed;
        var text = String.valueOf(cause.getMessage()).replaceAll("\\s*\\R\\s*|;\\s*nested exception is:?", " ");
        return "the mailbox cannot be read: " + text;
    }

    @Override
    public void close() throws MessagingException {
        try {
            if (folder.isOpen()) {
                folder.close(false);
            }
        } finally {
            store.close();
        }
    }

    private static Properties properties(
            MailboxSettings mailbox, GatherSettings limits, Duration wait, LongSupplier end) {
        var starttls = Boolean.toString(mailbox.security() == MailboxSettings.Security.STARTTLS);
        var properties = new Properties();
        properties.put("mail.imap.socketFactory", new ImapSockets(mailbox, end));
        properties.put("mail.imap.socketFactory.fallback", "false");
        properties.put("mail.imap.ssl.socketFactory", new ImapLayers());
        properties.put("mail.imap.starttls.enable", starttls);
        properties.put("mail.imap.starttls.required", starttls);
        properties.put(
                "mail.imap.connectiontimeout",
                Long.toString(limits.connectTimeout().toMillis()));
        properties.put("mail.imap.timeout", Long.toString(wait.toMillis()));
        properties.put("mail.imap.peek", "true");
        properties.put("mail.imap.fetchsize", Integer.toString(PIECE));
        properties.put("mail.imap.connectionpoolsize", "1");
        return properties;
    }
}
