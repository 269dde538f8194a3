package fi.tiedote.mailbox;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeUtility;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A letter in the list; addresses and subject as people read them, empty where the letter has none. */
record Arrival(String id, String to, String from, String subject, Instant received) {

    /** Reads the headers only. */
    static Arrival of(String id, Path file) throws IOException {
        try (var message = new BufferedInputStream(Files.newInputStream(file))) {
            var headers = new InternetHeaders(message);
            return new Arrival(
                    id,
                    addresses(headers.getHeader("To", ",")),
                    addresses(headers.getHeader("From", ",")),
                    decoded(headers.getHeader("Subject", null)),
                    Pile.received(id));
        } catch (MessagingException e) {
            throw new IOException(e);
        }
    }

    static String decoded(@Nullable String header) {
        if (header == null) {
            return "";
        }
        try {
            return MimeUtility.decodeText(MimeUtility.unfold(header));
        } catch (UnsupportedEncodingException unknownCharset) {
            return header;
        }
    }

    private static String addresses(@Nullable String header) {
        try {
            return header == null
                    ? ""
                    : Stream.of(InternetAddress.parseHeader(header, false))
                            .map(InternetAddress::toUnicodeString)
                            .collect(Collectors.joining(", "));
        } catch (MessagingException noAddress) {
            return decoded(header);
        }
    }
}
