package fi.tiedote.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tiedote.city.Language;
import fi.tiedote.kit.Delivered;
import fi.tiedote.kit.MovingClock;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngraverTests {
    private static final Map<Slot, String> AINO = Map.of(
            Slot.ADDRESS, "aino@example.org",
            Slot.MESSAGE_ID, "mid",
            Slot.UNSUBSCRIBE, "unsub",
            Slot.PREFERENCES, "prefs",
            Slot.PERSONAL, "secret");
    private final Engraver engraver = new Engraver(
            SortingOffice.CITY, SortingOffice.settings(Path.of("data")), new MovingClock("2026-11-23T09:00:00Z"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tiedotteet",
                "Äitiyspäivänä Åbo – öljyä",
                "Uutta 🏊 ja 🇫🇮",
                "Привет 中文",
                "Pitkä otsikko, joka kertoo uimahallin, kirjaston ja jäähallin aukioloajoista sekä jouluviikon poikkeuksista"
            })
    void theSubjectArrivesAsItWasWritten(String subject) throws Exception {
        assertThat(engraved(subject, Priority.DIGEST).parsed().getSubject()).isEqualTo(subject);
    }

    @Test
    void aSubjectCannotSmuggleAHeaderIn() throws Exception {
        var letter = engraved("Hei\r\nBcc: bo@example.org\u2028\u0000x", Priority.DIGEST);

        assertThat(letter.parsed().getHeader("Bcc")).isNull();
        assertThat(letter.parsed().getSubject()).isEqualTo("Hei Bcc: bo@example.org x");
    }

    /** Cut to eight bits, or read as ISO 8859-1 or Unicode, these are ends of lines (CVE-2025-7962). */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hei\u0085Bcc: bo@example.org",
                "Hei\u760D\u760ABcc: bo@example.org",
                "Hei\u2029Bcc: bo@example.org"
            })
    void whatOthersTakeForTheEndOfALineIsNone(String subject) throws Exception {
        var letter = engraved(subject, Priority.DIGEST);

        assertThat(letter.parsed().getHeader("Bcc")).isNull();
        assertThat(letter.raw().lines().takeWhile(line -> !line.isEmpty()))
                .allMatch(line -> line.matches("[A-Z][A-Za-z-]*: .*|[ \t].*"))
                .allMatch(line -> line.chars().allMatch(each -> each == '\t' || (each >= ' ' && each <= '~')));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a=b", "a\r\nb", "a\u0000", "ä"})
    void whatIsPersonalIsFitForALink(String personal) {
        org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
                .isThrownBy(() -> new Addressee(1, "aino@example.org", personal));
    }

    @Test
    void bothPartsSayWhatWasWrittenAndWhatIsPersonal() throws Exception {
        var parts = (MimeMultipart) engraved("Hei", Priority.DIGEST).parsed().getContent();

        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).getContentType()).isEqualTo("text/plain; charset=UTF-8");
        assertThat(parts.getBodyPart(0).getContent()).isEqualTo("Hyvää päivää 🙂\r\n/u/unsub");
        assertThat(parts.getBodyPart(1).getContentType()).isEqualTo("text/html; charset=UTF-8");
        assertThat(parts.getBodyPart(1).getContent()).isEqualTo("<p>Hyvää päivää</p><a href=\"/c/secret\">x</a>");
    }

    @Test
    void aBulkLetterSaysWhoSendsItAndHowToEndIt() throws Exception {
        var letter = engraved("Hei", Priority.DIGEST);

        assertThat(letter.header("Date")).isEqualTo("Mon, 23 Nov 2026 11:00:00 +0200");
        assertThat(letter.header("To")).isEqualTo("<aino@example.org>");
        assertThat(letter.header("Message-ID")).isEqualTo("<mid@example.fi>");
        assertThat(letter.header("MIME-Version")).isEqualTo("1.0");
        assertThat(letter.header("Content-Language")).isEqualTo("fi");
        assertThat(letter.header("List-Id")).isEqualTo("<daily.fi.tiedote.example.fi>");
        assertThat(letter.header("List-Unsubscribe")).isEqualTo("<https://tiedote.example.fi/u/unsub>");
        assertThat(letter.header("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(letter.header("List-Help")).isEqualTo("<https://tiedote.example.fi/preferences/prefs>");
        assertThat(letter.header("List-Archive")).isEqualTo("<https://tiedote.example.fi/>");
        assertThat(letter.header("Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(letter.header("Precedence")).isEqualTo("bulk");
        assertThat(letter.header("Feedback-ID")).isEqualTo("7:daily:fi:examplefi");
        assertThat(new InternetAddress(letter.header("From")))
                .isEqualTo(new InternetAddress("tiedotteet@example.fi"))
                .extracting(InternetAddress::getPersonal)
                .isEqualTo("Esimerkkilän kaupunki");
    }

    @Test
    void aConfirmationIsNoBulk() throws Exception {
        var letter = engraved("Vahvista", Priority.CONFIRMATION).parsed();

        assertThat(letter.getHeader("List-Unsubscribe")).isNull();
        assertThat(letter.getHeader("Precedence")).isNull();
    }

    @Test
    void theMessageIsOfShortLinesInSevenBits() {
        var raw = engraved("Ä".repeat(200), Priority.DIGEST).raw();

        assertThat(raw).matches("(?s)[\\x20-\\x7E\t\r\n]+").endsWith("\r\n");
        assertThat(raw.split("\r\n")).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(78));
    }

    private Delivered engraved(String subject, Priority priority) {
        var sheet = new Sheet(
                Language.FI,
                subject,
                "<p>Hyvää päivää</p><a href=\"/c/" + Slot.PERSONAL.mark() + "\">x</a>",
                "Hyvää päivää 🙂\n/u/" + Slot.UNSUBSCRIBE.mark());
        var bytes = new ByteArrayOutputStream();
        try {
            engraver.engrave(new Issue(7, "daily", "2026-11-23", priority), sheet)
                    .writeTo(bytes, AINO);
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
        return new Delivered("", List.of(), bytes.toByteArray());
    }
}
