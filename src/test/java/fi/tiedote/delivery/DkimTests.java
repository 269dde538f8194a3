package fi.tiedote.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DkimTests {
    /** Version, algorithm and the headers of what they stand in. */
    private static final int BEFORE_PKCS1 = 26;

    @TempDir
    Path directory;

    @Test
    void aKeyMayStandAmongOtherThings() throws Exception {
        var pem = KeyFile.pem("PRIVATE KEY", KeyFile.encoded("Ed25519", 255));
        var file = KeyFile.in(directory)
                .with("Made in Esimerkkilä\r\n-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"
                        + pem.replace("\n", "\r\n"));

        assertThat(key(file).read().kind()).isEqualTo(SigningKey.Kind.ED25519);
    }

    @ParameterizedTest
    @ValueSource(ints = {2048, 3072})
    void olderProgramsWriteTheSameKeyInAnotherForm(int size) throws Exception {
        var pkcs8 = KeyFile.encoded("RSA", size);
        var pkcs1 = Arrays.copyOfRange(pkcs8, BEFORE_PKCS1, pkcs8.length);
        var older = KeyFile.in(directory).named("older").with(KeyFile.pem("RSA PRIVATE KEY", pkcs1));
        var newer = KeyFile.in(directory).named("newer").with(KeyFile.pem("PRIVATE KEY", pkcs8));

        assertThat(key(older).read()).isEqualTo(key(newer).read());
    }

    @ParameterizedTest
    @CsvSource({"rw-r--r--", "rw--w----", "rw-----w-"})
    void aKeyThatOthersCanReadOrChangeIsRefused(String permissions) throws Exception {
        var file = KeyFile.in(directory).openTo(permissions).of("Ed25519", 255);
        assertThatThrownBy(() -> key(file)).hasMessageContaining("key.pem").hasMessageContaining("chmod 600");
    }

    @Test
    void theGroupOfTheServiceMayReadIt() throws Exception {
        assertThat(key(KeyFile.in(directory).openTo("rw-r-----").of("Ed25519", 255)))
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "RSA, 1024, at least 2048 bits",
        "EC, 256, RSA or Ed25519",
        "Ed448, 448, RSA or Ed25519",
        "X25519, 255, RSA or Ed25519"
    })
    void aKeyThatNobodyAcceptsIsRefused(String algorithm, int size, String reason) throws Exception {
        var file = KeyFile.in(directory).of(algorithm, size);
        assertThatThrownBy(() -> key(file)).hasMessageContaining("key.pem").hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "'', no private key in PEM",
        "v=DKIM1; k=rsa; p=AAAA, no private key in PEM",
        "'-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----', no private key in PEM",
        "'-----BEGIN PRIVATE KEY-----\nAAAA', no private key in PEM",
        "'-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----', RSA or Ed25519",
        "'-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----', RSA or Ed25519",
        "'-----BEGIN PRIVATE KEY-----\nä\n-----END PRIVATE KEY-----', garbled",
        "'-----BEGIN EC PRIVATE KEY-----\nAAAA\n-----END EC PRIVATE KEY-----', RSA or Ed25519",
        "'-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----', encrypted with a password",
        "'-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\nAAAA\n-----END RSA PRIVATE KEY-----', encrypted"
    })
    void aFileThatIsNoKeyIsRefusedWithTheReason(String text, String reason) throws Exception {
        var file = KeyFile.in(directory).with(text);
        assertThatThrownBy(() -> key(file)).hasMessageContaining("key.pem").hasMessageContaining(reason);
    }

    @Test
    void aFileThatCannotBeReadIsRefusedWithTheReason() throws Exception {
        assertThatThrownBy(() -> key(directory.resolve("none.pem"))).hasMessageContaining("none.pem: there is no such");
        var der = Files.write(KeyFile.in(directory).with(""), KeyFile.encoded("RSA", 2048));
        assertThatThrownBy(() -> key(der)).hasMessageContaining("it is not PEM");
        assertThatThrownBy(() -> key(directory)).hasMessageContaining(directory.toString());
    }

    @ParameterizedTest
    @CsvSource({"example, s, domain", "exämple.fi, s, domain", "example.fi, 'a b', selector", "example.fi, -a, selector"
    })
    void namesThatDnsDoesNotHaveAreRefused(String domain, String selector, String what) throws Exception {
        var file = KeyFile.in(directory).of("Ed25519", 255);
        assertThatThrownBy(() -> new Dkim(domain, selector, file, null)).hasMessageStartingWith(what);
    }

    private static Dkim key(Path file) {
        return new Dkim("example.fi", "one", file, null);
    }
}
