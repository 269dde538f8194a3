package fi.tiedote.mailbox;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Properties;

/**
 * A letter to be read.
 *
 * @param headers name and value, in their order
 * @param html empty where there is none, as is the text
 */
record Opened(List<Field> headers, String html, String text) {
    private static final Session SESSION = Session.getInstance(new Properties());

    static Opened of(Path file) throws IOException {
        try (var bytes = new BufferedInputStream(Files.newInputStream(file))) {
            var message = new MimeMessage(SESSION, bytes);
            var headers = Collections.list(message.getAllHeaders()).stream()
                    .map(Field::of)
                    .toList();
            return new Opened(headers, content(message, "text/html"), content(message, "text/plain"));
        } catch (MessagingException e) {
            throw new IOException(e);
        }
    }

    /** The first part of that type. */
    private static String content(Part part, String type) throws IOException, MessagingException {
        if (part.isMimeType(type)) {
            return String.valueOf(part.getContent());
        }
        if (part.getContent() instanceof Multipart parts) {
            for (var i = 0; i < parts.getCount(); i++) {
                var content = content(parts.getBodyPart(i), type);
                if (!content.isEmpty()) {
                    return content;
                }
            }
        }
        return "";
    }

    /** Public for the template. */
    public record Field(String name, String value) {
        static Field of(Header header) {
            return new Field(header.getName(), Arrival.decoded(header.getValue()));
        }
    }
}
