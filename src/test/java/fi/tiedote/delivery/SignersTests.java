package fi.tiedote.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.tiedote.city.Language;
import fi.tiedote.kit.HashedEd25519;
import fi.tiedote.kit.MovingClock;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.PublicKeyRecord;
import org.apache.james.jdkim.exceptions.FailException;
import org.apache.james.jdkim.tagvalue.PublicKeyRecordImpl;
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

    private final MovingClock clock = new MovingClock("2026-11-23T09:00:00Z");

    @BeforeAll
    static void teachTheVerifier() {
        HashedEd25519.register();
    }

    @ParameterizedTest
    @CsvSource({"RSA, 2048", "RSA, 3072", "Ed25519, 255"})
    void whoAsksTheDnsFindsTheSignatureGood(String algorithm, int size) throws Exception {
        var signers = signers(key("one", algorithm, size, "rw-------"));

        assertThat(verified(signers, letter(signers, AINO))).isEqualTo(1);
    }

    @Test
    void everyKeySigns() throws Exception {
        var signers = signers(key("one", "RSA", 2048, "rw-------"), key("two", "Ed25519", 255, "rw-------"));

        assertThat(signers.records()).hasSize(2);
        assertThat(verified(signers, letter(signers, AINO))).isEqualTo(2);
    }

    @Test
    void aSlotThatStaysEmptyLeavesNoTrace() throws Exception {
        var signers = signers(key("one", "Ed25519", 255, "rw-------"));
        var values = new HashMap<>(AINO);
        values.put(Slot.UNSUBSCRIBE, "");

        assertThat(verified(signers, letter(signers, values))).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Tiedotteet", "unsub", "aino@"})
    void whatWasChangedOnTheWayIsNoticed(String word) throws Exception {
        var signers = signers(key("one", "Ed25519", 255, "rw-------"));
        var changed = letter(signers, AINO).replaceFirst(word, "x");

        assertThatThrownBy(() -> verified(signers, changed)).isInstanceOf(FailException.class);
    }

    @Test
    void aSecondSubjectIsNoticed() throws Exception {
        var signers = signers(key("one", "Ed25519", 255, "rw-------"));
        var changed = "Subject: Voitit!\r\n" + letter(signers, AINO);

        assertThatThrownBy(() -> verified(signers, changed)).isInstanceOf(FailException.class);
    }

    @Test
    void aKeyThatOthersCanReadIsRefused() throws Exception {
        assertThatThrownBy(() -> key("one", "Ed25519", 255, "rw-r--r--"))
                .hasMessageContaining("one.pem can be read by others");
    }

    @Test
    void aShortKeyIsRefused() throws Exception {
        assertThatThrownBy(() -> key("one", "RSA", 1024, "rw-------")).hasMessageContaining("at least 2048 bits");
    }

    @Test
    void aFileThatIsNoKeyIsRefused() throws Exception {
        var file = directory.resolve("no.pem");
        Files.writeString(file, "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThatThrownBy(() -> new Dkim("example.fi", "no", file)).hasMessageContaining("RSA or Ed25519");
        assertThatThrownBy(() -> new Dkim("example.fi", "no", directory.resolve("none.pem")))
                .hasMessageContaining("none.pem cannot be read");
    }

    @Test
    void whereThereIsNoKeyNothingIsSigned() {
        assertThat(new Signers(SortingOffice.settings(directory), clock).sign(plate(), Map.of()))
                .isEmpty();
    }

    private Signers signers(Dkim... keys) {
        var plain = SortingOffice.settings(directory);
        return new Signers(new DeliverySettings(directory, List.of(), null, List.of(keys), plain.delivery()), clock);
    }

    private Dkim key(String name, String algorithm, int size, String permissions) throws Exception {
        var generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(size);
        var encoded = generator.generateKeyPair().getPrivate().getEncoded();
        var file = directory.resolve(name + ".pem");
        var text = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(encoded);
        Files.writeString(file, "-----BEGIN PRIVATE KEY-----\n" + text + "\n-----END PRIVATE KEY-----\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        return new Dkim("example.fi", name, file);
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
        return new Verifier(signers.records())
                .verify(new ByteArrayInputStream(letter.getBytes(StandardCharsets.UTF_8)))
                .size();
    }

    /** jDKIM 0.5 knows of Ed25519, but takes each key for one of RSA. */
    private static class Verifier extends DKIMVerifier {
        Verifier(List<String> zone) {
            super((methods, selector, domain) -> zone.stream()
                    .filter(record -> record.startsWith(selector + "._domainkey." + domain + "."))
                    .map(record -> record.replaceAll(".*\\( \"|\" \\)", "").replace("\" \"", ""))
                    .toList());
        }

        @Override
        protected PublicKeyRecord newPublicKeyRecord(String record) {
            return record.contains("k=ed25519") ? new BareKey(record) : super.newPublicKeyRecord(record);
        }
    }

    /** RFC 8463 §4: the 32 bytes of the key and nothing else. */
    private static class BareKey extends PublicKeyRecordImpl {
        private final String record;

        BareKey(String record) {
            super(record);
            this.record = record;
        }

        @Override
        public PublicKey getPublicKey() {
            var bytes = Base64.getDecoder().decode(record.substring(record.indexOf("p=") + 2));
            var wrapped = HexFormat.of()
                    .parseHex("302a300506032b6570032100" + HexFormat.of().formatHex(bytes));
            try {
                return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(wrapped));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
