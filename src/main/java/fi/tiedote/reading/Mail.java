package fi.tiedote.reading;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.SharedByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A mail as it arrived. */
public record Mail(MimeMessage message) {
    private static final Session SESSION = Session.getInstance(new Properties());
    private static final Pattern ID = Pattern.compile("<([^<>\\s]{1,300})>");
    private static final Pattern REPLY = Pattern.compile("(?iu)\\s*(?:re|vs|sv|aw|ang)(?:\\[\\d+]|\\(\\d+\\))?\\s*:.*");
    private static final Pattern FORWARD = Pattern.compile("(?iu)\\s*(?:fwd?|vl|vb|wg|tr)\\s*:.*");
    private static final int MOST_BOUNDARIES = 3000;

    /** @throws IOException when it is no mail, or made to be expensive */
    public static Mail of(byte[] bytes) throws IOException {
        if (boundaries(bytes) > MOST_BOUNDARIES) {
            throw new IOException("it has too many parts");
        }
        try {
            return new Mail(new MimeMessage(SESSION, new SharedByteArrayInputStream(bytes)));
        } catch (MessagingException broken) {
            throw new IOException("it is no mail: " + broken.getMessage(), broken);
        }
    }

    String header(String name) {
        return new MailPart(message).header(name);
    }

    public List<String> headers(String name) {
        try {
            var values = message.getHeader(name);
            return values == null ? List.of() : List.of(values);
        } catch (MessagingException broken) {
            return List.of();
        }
    }

    public String subject() {
        return EncodedWords.text(header("Subject"));
    }

    /** Empty without one. */
    public String id() {
        return ids("Message-ID").findFirst().orElse("");
    }

    /** What it says it takes the place of. */
    public List<String> superseded() {
        return Stream.concat(ids("Supersedes"), ids("Obsoletes")).toList();
    }

    /** The mails before it in its thread, nearest first. */
    public List<String> thread() {
        var references = ids("References").toList();
        return Stream.concat(
                        ids("In-Reply-To"),
                        Stream.iterate(references.size() - 1, at -> at >= 0, at -> at - 1)
                                .map(references::get))
                .distinct()
                .limit(20)
                .toList();
    }

    boolean isReply() {
        return REPLY.matcher(subject()).matches();
    }

    boolean isForward() {
        return FORWARD.matcher(subject()).matches();
    }

    /** The one address that it is from, in lower case; empty where it names none, or several. */
    public String from() {
        var lines = headers("From");
        try {
            var addresses =
                    lines.size() == 1 ? InternetAddress.parseHeader(lines.get(0), false) : new InternetAddress[0];
            var address = addresses.length == 1 ? addresses[0].getAddress() : null;
            return address == null ? "" : address.toLowerCase(Locale.ROOT);
        } catch (AddressException broken) {
            return "";
        }
    }

    private Stream<String> ids(String header) {
        return ID.matcher(header(header)).results().map(match -> match.group(1));
    }

    private static int boundaries(byte[] bytes) {
        var count = 0;
        for (var at = 2; at < bytes.length; at++) {
            if (bytes[at] == '-' && bytes[at - 1] == '-' && bytes[at - 2] == '\n') {
                count++;
            }
        }
        return count;
    }
}
