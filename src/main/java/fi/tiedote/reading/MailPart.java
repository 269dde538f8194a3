package fi.tiedote.reading;

import jakarta.activation.DataSource;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** One part of a mail, whose headers may be wrong. */
record MailPart(MimePart part) {
    private static final Pattern TYPE = Pattern.compile("\\s*([\\w.+-]+/[\\w.+-]+).*", Pattern.DOTALL);
    private static final Pattern ENCODED_NAME = Pattern.compile("(?is).*?\\b(?:file)?name=\"?([^\";\\r\\n]*).*");

    /** In lower case, without parameters. */
    String type() {
        var match = TYPE.matcher(header("Content-Type"));
        return match.matches() ? match.group(1).toLowerCase(Locale.ROOT) : "text/plain";
    }

    String header(String name) {
        try {
            var value = part.getHeader(name, null);
            return value == null ? "" : value;
        } catch (MessagingException broken) {
            return "";
        }
    }

    boolean isAttached() {
        return header("Content-Disposition").strip().toLowerCase(Locale.ROOT).startsWith("attachment");
    }

    /** Empty where it has none. */
    String fileName() {
        try {
            var name = part.getFileName();
            if (name != null) {
                return shown(name);
            }
        } catch (MessagingException broken) {
            // Then it is looked for by hand below.
        }
        var disposition = ENCODED_NAME.matcher(header("Content-Disposition"));
        var type = ENCODED_NAME.matcher(header("Content-Type"));
        return disposition.matches() ? shown(disposition.group(1)) : type.matches() ? shown(type.group(1)) : "";
    }

    /** By which HTML refers to it. */
    String contentId() {
        return header("Content-ID").strip().replaceAll("^<|>$", "");
    }

    boolean isFlowed() {
        return header("Content-Type").matches("(?is).*\\bformat=\"?flowed\\b.*");
    }

    boolean dropsSpace() {
        return header("Content-Type").matches("(?is).*\\bdelsp=\"?yes\\b.*");
    }

    byte[] bytes() throws IOException {
        try (var raw = raw()) {
            return TransferEncoding.decoded(raw.readAllBytes(), header("Content-Transfer-Encoding"));
        } catch (MessagingException unreadable) {
            throw new IOException(unreadable.getMessage(), unreadable);
        }
    }

    String text() throws IOException {
        return Decoding.text(bytes(), header("Content-Type"));
    }

    /** Empty where its parts cannot be told apart. */
    Optional<MimeMultipart> parts() {
        try {
            var parts = new MimeMultipart(new Raw(this));
            return parts.getCount() == 0 ? Optional.empty() : Optional.of(parts);
        } catch (MessagingException broken) {
            return Optional.empty();
        }
    }

    private InputStream raw() throws MessagingException {
        return part instanceof MimeMessage message
                ? message.getRawInputStream()
                : ((MimeBodyPart) part).getRawInputStream();
    }

    private static String shown(String name) {
        var text = EncodedWords.text(name);
        return text.substring(Math.max(text.lastIndexOf('/'), text.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "");
    }

    /** Shares the message's bytes instead of copying them. */
    private record Raw(MailPart of) implements DataSource {
        @Override
        public InputStream getInputStream() throws IOException {
            try {
                return of.raw();
            } catch (MessagingException unreadable) {
                throw new IOException(unreadable.getMessage(), unreadable);
            }
        }

        @Override
        public OutputStream getOutputStream() {
            throw new UnsupportedOperationException("it is read only");
        }

        @Override
        public String getContentType() {
            return of.header("Content-Type");
        }

        @Override
        public String getName() {
            return "";
        }
    }
}
