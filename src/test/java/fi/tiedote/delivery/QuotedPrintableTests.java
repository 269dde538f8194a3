package fi.tiedote.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuotedPrintableTests {
    private static final String TOKEN = "k".repeat(66);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Hei!",
                "Åäö, šž, €: hyvää päivää",
                "Привет, Ελληνικά, العربية, עברית, 中文, 日本語, ไทย, हिन्दी",
                "👩‍👩‍👧‍👦🇫🇮 \uD83D\uDE00",
                "a = b == c =3D =\n=",
                "trailing space \nand tab\t\n \n\t\nend ",
                ".\n..\n.dot\nFrom here\nfrom there",
                "\n\nempty lines\n\n\n",
                "tab\tinside, \u0007 bell, \u00A0 no-break, \u2028 separator, ~ tilde, \u007F delete"
            })
    void whatIsEncodedIsWhatIsRead(String text) {
        assertThat(read(QuotedPrintable.encode(text))).isEqualTo(lines(text));
    }

    static IntStream lengths() {
        return IntStream.rangeClosed(60, 160);
    }

    @ParameterizedTest
    @MethodSource("lengths")
    void linesOfAnyLengthAreCutAndJoined(int length) {
        for (var character : new String[] {"a", "ä", "中", "😀", " ", "="}) {
            var text = character.repeat(length);
            assertThat(read(QuotedPrintable.encode(text))).isEqualTo(lines(text));
            assertThatLinesAreShort(QuotedPrintable.encode(text));
        }
    }

    @ParameterizedTest
    @MethodSource("lengths")
    void aSlotAnywhereInALineLeavesRoomForWhatWillStandThere(int length) {
        var before = "x".repeat(length - 60);
        var text = before + Slot.UNSUBSCRIBE.mark() + "y ä" + Slot.UNSUBSCRIBE.mark();
        var filled = QuotedPrintable.encode(text).replace(Plate.mark(Slot.UNSUBSCRIBE), TOKEN);

        assertThat(read(filled)).isEqualTo(before + TOKEN + "y ä" + TOKEN + "\r\n");
        assertThatLinesAreShort(filled);
    }

    @Test
    void nothingButSevenBitsTravels() {
        assertThat(QuotedPrintable.encode("Åäö 😀\u0000\u001B")).matches("[\\x20-\\x7E\r\n]+");
    }

    private static void assertThatLinesAreShort(String encoded) {
        assertThat(encoded.split("\r\n")).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(76));
    }

    private static String lines(String text) {
        return text.lines().map(line -> line + "\r\n").reduce("", String::concat);
    }

    private static String read(String encoded) {
        try (var decoded = MimeUtility.decode(
                new ByteArrayInputStream(encoded.getBytes(StandardCharsets.US_ASCII)), "quoted-printable")) {
            return new String(decoded.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException | MessagingException e) {
            throw new AssertionError(encoded, e);
        }
    }
}
