package fi.tiedote.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tiedote.city.Language;
import fi.tiedote.kit.MovingClock;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A spliced letter says what Jakarta Mail reads from a message that was made for the same person alone. */
class SpliceTests {
    private static final List<String> SCRIPTS = List.of(
            "Uimahalli on suljettu. ",
            "Åbo åäö ÄÖÅ – ”lainaus” ",
            "Привет, город ",
            "中文通知，游泳館 ",
            "مرحبا بالعالم ",
            "e\u0301 a\u0308 ",
            "🏊🏽‍♀️🇫🇮 ",
            "= == =3D =\t",
            ".",
            "..",
            "From ",
            "\t",
            "x".repeat(60),
            "ä".repeat(40),
            "\n",
            "\n.\n",
            " \n");

    private final Engraver engraver = new Engraver(
            SortingOffice.CITY, SortingOffice.settings(Path.of("data")), new MovingClock("2026-11-23T09:00:00Z"));

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void itSaysWhatAMessageOfItsOwnWouldSay(int seed) throws Exception {
        var random = new Random(seed);
        var sheet = new Sheet(Language.FI, oneLine(text(random, 4)), text(random, 40), text(random, 40));
        var values = Map.of(
                Slot.ADDRESS, "a=b.+'x@example.org",
                Slot.MESSAGE_ID, token(random, 40),
                Slot.UNSUBSCRIBE, token(random, random.nextInt(67)),
                Slot.PREFERENCES, token(random, 1 + random.nextInt(66)),
                Slot.PERSONAL, random.nextBoolean() ? "" : "." + token(random, 20));

        var arrived = arrived(sheet, values);
        var own = own(sheet, values);

        assertThat(arrived.getSubject()).isEqualTo(own.getSubject());
        assertThat(arrived.getAllRecipients()).isEqualTo(own.getAllRecipients());
        assertThat(arrived.getMessageID()).isEqualTo("<" + values.get(Slot.MESSAGE_ID) + "@example.fi>");
        assertThat(parts(arrived)).isEqualTo(parts(own));
    }

    /** As the relay has it after it took the second dots away. */
    private MimeMessage arrived(Sheet sheet, Map<Slot, String> values) throws Exception {
        var stuffed = new ByteArrayOutputStream();
        engraver.engrave(new Issue(7, "daily", "2026-11-23", Priority.DIGEST), sheet)
                .stuffTo(stuffed, Plate.encoded(values));
        var lines = stuffed.toString(StandardCharsets.US_ASCII);
        assertThat(lines.split("\r\n")).allSatisfy(line -> assertThat(line).hasSizeLessThan(999));
        assertThat(lines).doesNotContain("\r\n.\r\n").endsWith("\r\n");
        return parsed(lines.replace("\r\n.", "\r\n"));
    }

    private static MimeMessage own(Sheet sheet, Map<Slot, String> values) throws Exception {
        var message = new MimeMessage(Session.getInstance(new Properties()));
        message.setRecipient(jakarta.mail.Message.RecipientType.TO, new InternetAddress(values.get(Slot.ADDRESS)));
        message.setSubject(filled(sheet.subject(), values), "UTF-8");
        var text = new jakarta.mail.internet.MimeBodyPart();
        text.setText(filled(lines(sheet.text()), values), "UTF-8", "plain");
        var html = new jakarta.mail.internet.MimeBodyPart();
        html.setText(filled(lines(sheet.html()), values), "UTF-8", "html");
        message.setContent(new MimeMultipart("alternative", text, html));
        message.saveChanges();
        var bytes = new ByteArrayOutputStream();
        message.writeTo(bytes);
        return parsed(bytes.toString(StandardCharsets.US_ASCII));
    }

    private static MimeMessage parsed(String raw) throws Exception {
        return new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(raw.getBytes(StandardCharsets.US_ASCII)));
    }

    private static List<String> parts(MimeMessage message) throws Exception {
        var parts = (MimeMultipart) message.getContent();
        return List.of(
                parts.getBodyPart(0).getContent().toString(),
                parts.getBodyPart(1).getContent().toString());
    }

    /** A text's last line ends as the others do. */
    private static String lines(String text) {
        return text.lines().collect(Collectors.joining("\r\n"));
    }

    private static String filled(String text, Map<Slot, String> values) {
        var filled = text;
        for (var slot : Slot.values()) {
            filled = filled.replace(slot.mark(), values.get(slot));
        }
        return filled;
    }

    private static String text(Random random, int pieces) {
        var slots = List.of(Slot.UNSUBSCRIBE, Slot.PREFERENCES, Slot.PERSONAL);
        return random.ints(pieces, 0, SCRIPTS.size() + (pieces > 10 ? 6 : 0))
                .mapToObj(index -> index < SCRIPTS.size()
                        ? SCRIPTS.get(index)
                        : slots.get(index % slots.size()).mark() + (random.nextBoolean() ? "\n" : ""))
                .collect(Collectors.joining());
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    }

    private static String token(Random random, int length) {
        return random.ints(length, 0, 64)
                .mapToObj("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining());
    }
}
