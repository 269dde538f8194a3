package fi.tiedote.delivery;

import fi.tiedote.city.City;
import fi.tiedote.city.Language;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Encodes a sheet into the bytes of a message: RFC 5322 headers, multipart/alternative, quoted-printable. */
@Component
class Engraver {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

    /** ASCII, folded lines, and the marks of slots. */
    private static final Pattern VALUE = Pattern.compile("(?:[\\x20-\\x7E\\t]|\\x00[A-Z]|\\r\\n[ \\t])*");

    private final City city;
    private final DeliverySettings settings;
    private final Clock clock;

    Engraver(City city, DeliverySettings settings, Clock clock) {
        this.city = city;
        this.settings = settings;
        this.clock = clock;
    }

    Plate engrave(Issue issue, Sheet sheet) {
        var boundary = boundary();
        var message = new StringBuilder(sheet.html().length() * 2);
        headers(message, issue, sheet);
        header(message, "Content-Type", "multipart/alternative;\r\n boundary=\"" + boundary + "\"");
        message.append("\r\n");
        part(message, boundary, "plain", sheet.text());
        part(message, boundary, "html", sheet.html());
        message.append("--").append(boundary).append("--\r\n");
        return new Plate(message.toString().getBytes(StandardCharsets.US_ASCII));
    }

    private void headers(StringBuilder message, Issue issue, Sheet sheet) {
        header(message, "Date", DATE.format(ZonedDateTime.ofInstant(clock.instant(), city.timeZone())));
        header(message, "From", sender(sheet.language()));
        header(message, "To", "<" + Plate.mark(Slot.ADDRESS) + ">");
        header(message, "Subject", folded("Subject", sheet.subject()));
        header(message, "Message-ID", "<" + Plate.mark(Slot.MESSAGE_ID) + "@" + settings.domain(city) + ">");
        header(message, "MIME-Version", "1.0");
        header(message, "Content-Language", sheet.language().code());
        header(message, "Auto-Submitted", "auto-generated");
        if (issue.priority() != Priority.CONFIRMATION) {
            bulk(message, issue, sheet.language());
        }
    }

    private void bulk(StringBuilder message, Issue issue, Language language) {
        var stream = issue.newsletter() + "." + language.code();
        header(message, "List-Id", "<" + stream + "." + city.baseUrl().getHost() + ">");
        header(message, "List-Unsubscribe", "<" + city.at("/u/") + Plate.mark(Slot.UNSUBSCRIBE) + ">");
        header(message, "List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        header(message, "List-Help", "<" + city.at("/preferences/") + Plate.mark(Slot.PREFERENCES) + ">");
        header(message, "List-Archive", "<" + city.at("/") + ">");
        header(message, "Precedence", "bulk");
        var sender = settings.domain(city).replaceAll("[^a-z0-9]", "");
        header(message, "Feedback-ID", issue.id() + ":" + issue.newsletter() + ":" + language.code() + ":" + sender);
    }

    private String sender(Language language) {
        try {
            return new InternetAddress(city.sender(), oneLine(city.names().in(language)), "UTF-8").toString();
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError("every JDK has UTF-8", e);
        }
    }

    private static String folded(String name, String text) {
        try {
            return MimeUtility.fold(name.length() + 2, MimeUtility.encodeText(oneLine(text), "UTF-8", "Q"));
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError("every JDK has UTF-8", e);
        }
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }

    private static void part(StringBuilder message, String boundary, String subtype, String content) {
        message.append("--").append(boundary).append("\r\n");
        header(message, "Content-Type", "text/" + subtype + "; charset=UTF-8");
        header(message, "Content-Transfer-Encoding", "quoted-printable");
        message.append("\r\n").append(QuotedPrintable.encode(content));
    }

    private static void header(StringBuilder message, String name, String value) {
        if (!VALUE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "header " + name + " would have a line break or a character beyond ASCII");
        }
        message.append(name).append(": ").append(value).append("\r\n");
    }

    /** Contains "=_", which quoted-printable never does (RFC 2045 §6.7). */
    private static String boundary() {
        var random = new byte[12];
        new SecureRandom().nextBytes(random);
        return "=_" + HexFormat.of().formatHex(random);
    }
}
