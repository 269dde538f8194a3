package fi.tiedote.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.tiedote.city.Language;
import fi.tiedote.kit.HashedEd25519;
import fi.tiedote.kit.MovingClock;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.james.jdkim.exceptions.FailException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignersTests {
    private static final Map<Slot, String> AINO = Map.of(
            Slot.ADDRESS, "aino@example.org",
            Slot.MESSAGE_ID, "mid",
            Slot.UNSUBSCRIBE, "unsub",
            Slot.PREFERENCES, "prefs");

    @TempDir
    Path directory;

    private final MovingClock clock = new MovingClock("2025-11-23T09:00:00Z");

    @BeforeAll
    static void teachTheVerifier() {
        HashedEd25519.register();
    }

    @ParameterizedTest
    @CsvSource({"RSA, 2048", "RSA, 3072", "Ed25519, 255"})
    void whoAsksTheDnsFindsTheSignatureGood(String algorithm, int size) throws Exception {
        var signers = signers(key("one", algorithm, size));

        assertThat(verified(signers, letter(signers, AINO))).isEqualTo(1);
    }

    @Test
    void everyKeySigns() throws Exception {
        var signers = signers(key("one", "RSA", 2048), key("two", "Ed25519", 255));

        assertThat(signers.records()).hasSize(2);
        assertThat(verified(signers, letter(signers, AINO))).isEqualTo(2);
    }

    @Test
    void aSlotThatStaysEmptyLeavesNoTrace() throws Exception {
        var signers = signers(key("one", "Ed25519", 255));
        var values = new HashMap<>(AINO);
        values.put(Slot.UNSUBSCRIBE, "");

        assertThat(verified(signers, letter(signers, values))).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Tiedotteet", "unsub", "aino@"})
    void whatWasChangedOnTheWayIsNoticed(String word) throws Exception {
        var signers = signers(key("one", "Ed25519", 255));
        var changed = letter(signers, AINO).replaceFirst(word, "x");

        assertThatThrownBy(() -> verified(signers, changed)).isInstanceOf(FailException.class);
    }

    @Test
    void aSecondSubjectIsNoticed() throws Exception {
        var signers = signers(key("one", "Ed25519", 255));
        var changed = "Subject: Voitit!\r\n" + letter(signers, AINO);

        assertThatThrownBy(() -> verified(signers, changed)).isInstanceOf(FailException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Reply-To: x@example.org", "Cc: x@example.org", "List-Unsubscribe: <https://example.org/>"})
    void whatWasAddedOnTheWayIsNoticed(String header) throws Exception {
        var signers = signers(key("one", "Ed25519", 255));
        var changed = header + "\r\n" + letter(signers, AINO);

        assertThatThrownBy(() -> verified(signers, changed)).isInstanceOf(FailException.class);
    }

    @Test
    void whoeverCarriesALetterMayStampIt() throws Exception {
        var signers = signers(key("one", "RSA", 2048));
        var stamped = "Received: from a by b\r\nReturn-Path: <x@example.org>\r\n" + letter(signers, AINO);

        assertThat(verified(signers, stamped)).isEqualTo(1);
    }

    @Test
    void aNewKeyTakesOverOnItsDay() throws Exception {
        var old = key("old", "RSA", 2048);
        var fresh = new Dkim("example.fi", "new", old.key(), LocalDate.of(2025, 12, 1));
        var signers = signers(old, fresh, key("ed", "Ed25519", 255));

        assertThat(signers.records()).as("the DNS has them all").hasSize(3);
        assertThat(selectors(letter(signers, AINO))).containsExactly("old", "ed");
        clock.advance(Duration.ofDays(8));
        assertThat(selectors(letter(signers, AINO))).containsExactly("new", "ed");
        assertThat(verified(signers, letter(signers, AINO))).isEqualTo(2);
    }

    @Test
    void noLineIsTooLong() throws Exception {
        var signers = signers(key("one", "RSA", 4096), key("two", "Ed25519", 255));

        assertThat(letter(signers, AINO).lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(78));
    }

    /** RFC 8463, appendix A: a text as it is hashed, and what another's key makes of it. */
    @Test
    void ed25519SignsAsItsRfcDoes() {
        var key = SigningKey.of(KeyFile.pem(
                "PRIVATE KEY",
                Base64.getDecoder().decode("MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g")));
        var text = """
                from:Joe SixPack <joe@football.example.com>
                to:Suzie Q <suzie@shopping.example.net>
                subject:Is dinner ready?
                date:Fri, 11 Jul 2003 21:00:37 -0700 (PDT)
                message-id:<20030712040037.46341.5F8J@football.example.com>
                dkim-signature:v=1; a=ed25519-sha256; c=relaxed/relaxed; d=football.example.com; \
                i=@football.example.com; q=dns/txt; s=brisbane; t=1528637909; h=from : to : subject : date : \
                message-id : from : subject : date; bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=; b=""";

        assertThat(Base64.getEncoder()
                        .encodeToString(
                                Quill.plain(key).sign(text.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII))))
                .isEqualTo("/gCrinpcQOoIfuHNQIbq4pgh9kyIK3AQUdt9OdqQehSwhEIug4D11Bus"
                        + "Fa3bT3FY5OsU7ZbnKELq+eXdp1Q1Dw==");
    }

    @ParameterizedTest
    @CsvSource({"RSA, 2048", "Ed25519, 255"})
    void nativeCodeSignsAsTheJdkDoes(String algorithm, int size) throws Exception {
        var key = key("one", algorithm, size).read();
        var text = "Hei".getBytes(StandardCharsets.US_ASCII);

        assertThat(new Penmanship(true).quill(key).sign(text))
                .isEqualTo(new Penmanship(false).quill(key).sign(text));
    }

    @Test
    void aQuillGoesFromHandToHand() throws Exception {
        var quill = new Penmanship(true).quill(key("one", "RSA", 2048).read());
        var expected = quill.sign(new byte[] {7});

        assertThat(IntStream.range(0, 200).parallel().mapToObj(each -> quill.sign(new byte[] {7})))
                .allSatisfy(signature -> assertThat(signature).isEqualTo(expected));
    }

    @Test
    void theDnsHasStringsOfAtMost255Bytes() throws Exception {
        var record = signers(key("one", "RSA", 4096)).records().get(0);
        var strings = Pattern.compile("\"([^\"]*)\"")
                .matcher(record)
                .results()
                .map(each -> each.group(1))
                .toList();

        assertThat(record).startsWith("one._domainkey.example.fi. IN TXT ( \"v=DKIM1; k=rsa; p=");
        assertThat(strings).hasSize(3).allSatisfy(each -> assertThat(each).hasSizeLessThanOrEqualTo(255));
    }

    @Test
    void whereThereIsNoKeyNothingIsSigned() {
        assertThat(SortingOffice.signers(SortingOffice.settings(directory), clock)
                        .sign(plate(), Map.of()))
                .isEmpty();
    }

    private Signers signers(Dkim... keys) {
        var plain = SortingOffice.settings(directory);
        return SortingOffice.signers(
                new DeliverySettings(directory, List.of(), null, List.of(keys), plain.delivery()), clock);
    }

    private Dkim key(String name, String algorithm, int size) throws Exception {
        return new Dkim("example.fi", name, KeyFile.in(directory).named(name).of(algorithm, size), null);
    }

    private static List<String> selectors(String letter) {
        return Pattern.compile("\\bs=(\\w+);")
                .matcher(letter)
                .results()
                .map(each -> each.group(1))
                .toList();
    }

    private String letter(Signers signers, Map<Slot, String> values) throws Exception {
        var bytes = new ByteArrayOutputStream();
        bytes.write(signers.sign(plate(), Plate.encoded(values)));
        plate().writeTo(bytes, values);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private final Plate plate = new Engraver(SortingOffice.CITY, SortingOffice.settings(Path.of("data")), clock)
            .engrave(
                    new Issue(7, "daily", "2026-11-23", Priority.DIGEST),
                    new Sheet(
                            Language.FI,
                            "Tiedotteet: pitkä otsikko, joka kertoo uimahallin ja kirjaston aukioloajoista jouluna",
                            "<p>Hyvää  päivää\t</p> \n\n\n<a href=\"/u/" + Slot.UNSUBSCRIBE.mark() + "\">x</a>",
                            "Hei  " + Slot.UNSUBSCRIBE.mark() + "  hei\n.\n"));

    private Plate plate() {
        return plate;
    }

    /** How many signatures an independent verifier finds good. */
    private static int verified(Signers signers, String letter) throws Exception {
        return new DkimVerifier(signers.records())
                .verify(new ByteArrayInputStream(letter.getBytes(StandardCharsets.UTF_8)))
                .size();
    }
}
