package fi.tiedote.kit;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;

/** A message that the {@link MailServer} took. */
public class Delivered {
    private final String sender;
    private final List<String> recipients;
    private final byte[] bytes;

    /** @param sender of the envelope */
    public Delivered(String sender, List<String> recipients, byte[] bytes) {
        this.sender = sender;
        this.recipients = recipients;
        this.bytes = bytes;
    }

    public String sender() {
        return sender;
    }

    public List<String> recipients() {
        return recipients;
    }

    /** As they came, without the doubled dots of the transport. */
    public byte[] bytes() {
        return bytes.clone();
    }

    public String recipient() {
        return recipients.get(0);
    }

    /** As jakarta.mail reads it. */
    public MimeMessage parsed() {
        try {
            return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
        } catch (MessagingException e) {
            throw new AssertionError(raw(), e);
        }
    }

    /** The only header of that name, with its lines unfolded. */
    public String header(String name) {
        try {
            var values = parsed().getHeader(name);
            if (values == null || values.length != 1) {
                throw new AssertionError("there is not one " + name + " in\n" + raw());
            }
            return values[0].replaceAll("\r\n(?=[ \t])", "");
        } catch (MessagingException e) {
            throw new AssertionError(raw(), e);
        }
    }

    public String raw() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
