package fi.tiedote.release;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jsoup.Jsoup;

/** What people read of a draft, made safe and legible. */
record Content(String title, String lead, String bodyHtml, List<Contact> contacts, List<Attachment> attachments) {

    static Content of(Draft draft) {
        var body = SafeHtml.of(draft.bodyHtml());
        return new Content(
                Legible.line(draft.title()),
                Lead.of(draft.lead(), body),
                body,
                draft.contacts().stream().map(Content::legible).toList(),
                draft.attachments().stream().map(Content::legible).toList());
    }

    /** Changes when and only when there is something new to read. */
    String fingerprint() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }

    String bodyText() {
        return Jsoup.parseBodyFragment(bodyHtml).text();
    }

    private static Contact legible(Contact contact) {
        return new Contact(
                Legible.line(contact.name()),
                Legible.line(contact.title()),
                Legible.line(contact.organisation()),
                Legible.line(contact.telephone()),
                Legible.line(contact.email()));
    }

    private static Attachment legible(Attachment attachment) {
        return new Attachment(
                attachment.url(),
                Legible.line(attachment.type()),
                attachment.bytes(),
                Legible.line(attachment.alt()),
                Legible.line(attachment.credit()));
    }
}
