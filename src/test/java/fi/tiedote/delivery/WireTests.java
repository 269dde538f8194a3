package fi.tiedote.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.tiedote.kit.Certificate;
import fi.tiedote.kit.MailServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WireTests {
    private final MailServer server = MailServer.start();

    @TempDir
    Path directory;

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aDotThatBeginsALineArrivesOnce() throws Exception {
        var plate = new Plate(("Subject: x\r\n\r\n.one\r\n" + Plate.mark(Slot.PERSONAL) + "\r\n..three\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        try (var line = line("127.0.0.1", Relay.Security.NONE)) {
            var wire = line.wire(to("aino@example.org"));
            wire.offer(to("aino@example.org"));
            wire.message(new byte[0], plate, Plate.encoded(Map.of(Slot.PERSONAL, ".two")));
            wire.dot(null);
            assertThat(wire.read().isPositive()).isTrue();
        }
        assertThat(server.taken().get(0).raw()).isEqualTo("Subject: x\r\n\r\n.one\r\n.two\r\n..three\r\n");
    }

    @ParameterizedTest
    @CsvSource({"GREETING, cut", "EHLO, cut", "GREETING, moi", "EHLO, 2"})
    void aServerThatIsNoneAtTheDoorIsARelayInTrouble(String stage, String word) throws Exception {
        var answer = word.equals(MailServer.CUT) ? word : MailServer.AS_IS + word + "\r\n";
        server.greeting(() -> stage.equals("GREETING") ? answer : "220 hei")
                .onCommand(name -> name.equals(stage) ? answer : "");
        try (var line = line("127.0.0.1", Relay.Security.NONE)) {
            assertThatThrownBy(() -> line.wire(to("aino@example.org"))).isInstanceOf(RelayTrouble.class);
        }
    }

    @Test
    void aServerThatAsksForTheMessageOfNobodyGetsAnEmptyOne() throws Exception {
        server.askingAnybody().onRcpt(recipient -> recipient.startsWith("bo") ? "550 5.1.1 nobody" : "250 ok");
        try (var line = line("127.0.0.1", Relay.Security.NONE)) {
            var wire = line.wire(to("bo@example.org"));
            assertThat(wire.offer(to("bo@example.org")).reply().code()).isEqualTo(550);
            wire.reset();
            assertThat(wire.offer(to("aino@example.org")).reply().code()).isEqualTo(354);
        }
        assertThat(server.taken()).isEmpty();
    }

    @Test
    void whoEndsAfterAnEnvelopeHasSentNothing() throws Exception {
        var line = line("127.0.0.1", Relay.Security.NONE);
        carry(line, "aino@example.org", "bo@example.org");
        line.close();

        assertThat(server.taken()).hasSize(1);
    }

    @Test
    void anEnvelopeThatIsNotWantedAnyMoreCostsTheConnection() throws Exception {
        try (var line = line("127.0.0.1", Relay.Security.NONE)) {
            carry(line, "aino@example.org", "bo@example.org");
            carry(line, "cia@example.org", null);
        }
        assertThat(server.taken())
                .extracting(letter -> letter.recipient())
                .containsExactly("aino@example.org", "cia@example.org");
        assertThat(server.connections()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"TLS", "STARTTLS"})
    void aLetterTravelsThroughTls(Relay.Security security) throws Exception {
        var certificate = Certificate.of("localhost", directory).context();
        secure(security, certificate);
        trusting(certificate, () -> {
            try (var line = line("localhost", security)) {
                carry(line, "aino@example.org", "bo@example.org");
                carry(line, "bo@example.org", null);
            }
            return null;
        });
        assertThat(server.taken()).hasSize(2);
        assertThat(server.connections()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"TLS", "STARTTLS"})
    void aCertificateOfSomebodyElseIsNone(Relay.Security security) throws Exception {
        var certificate = Certificate.of("mail.example.org", directory).context();
        secure(security, certificate);
        trusting(certificate, () -> {
            try (var line = line("localhost", security)) {
                assertThatThrownBy(() -> line.wire(to("aino@example.org"))).isInstanceOf(RelayTrouble.class);
            }
            return null;
        });
    }

    @Test
    void withoutTheTlsThatWasAskedForNothingIsSent() {
        try (var line = line("127.0.0.1", Relay.Security.STARTTLS)) {
            assertThatThrownBy(() -> line.wire(to("aino@example.org"))).isInstanceOf(RelayTrouble.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PLAIN LOGIN, ANY, PLAIN aino|aino|salasana",
        "LOGIN, ANY, LOGIN aino salasana",
        "LOGIN PLAIN, LOGIN, LOGIN aino salasana",
        "PLAIN XOAUTH2, PLAIN, PLAIN aino|aino|salasana",
        "PLAIN XOAUTH2, XOAUTH2, XOAUTH2 user=aino|auth=Bearer salasana||"
    })
    void theRelayLearnsWhoWeAre(String offered, Relay.Auth auth, String said) throws Exception {
        server.offering("AUTH " + offered);
        try (var line = line(relay(auth, null))) {
            carry(line, "aino@example.org", null);
        }
        assertThat(server.logins()).containsExactly(said);
    }

    @Test
    void aTokenIsReadAnewForEachConnection() throws Exception {
        server.offering("AUTH XOAUTH2");
        var token = Files.writeString(directory.resolve("token"), "first\n");
        try (var line = line(relay(Relay.Auth.XOAUTH2, token))) {
            carry(line, "aino@example.org", null);
            Files.writeString(token, "second\n");
            line.drop();
            carry(line, "bo@example.org", null);
        }
        assertThat(server.logins())
                .containsExactly("XOAUTH2 user=aino|auth=Bearer first||", "XOAUTH2 user=aino|auth=Bearer second||");
    }

    private Relay relay(Relay.Auth auth, @Nullable Path token) {
        return new Relay(
                "127.0.0.1",
                server.port(),
                Relay.Security.NONE,
                "aino",
                token == null ? "salasana" : null,
                1,
                null,
                1,
                auth,
                token,
                Pace.FREE);
    }

    private void secure(Relay.Security security, SSLContext certificate) {
        if (security == Relay.Security.TLS) {
            server.speakingTls(certificate);
        } else {
            server.offeringStartTls(certificate);
        }
    }

    private static void trusting(SSLContext certificate, Callable<?> story) throws Exception {
        var before = SSLContext.getDefault();
        SSLContext.setDefault(certificate);
        try {
            story.call();
        } finally {
            SSLContext.setDefault(before);
        }
    }

    private static void carry(Line line, String address, @Nullable String next) throws Exception {
        var wire = line.wire(to(address));
        assertThat(wire.offer(to(address)).reply().code()).isEqualTo(354);
        wire.message(new byte[0], new Plate("Subject: x\r\n\r\nHei\r\n".getBytes(StandardCharsets.US_ASCII)), Map.of());
        wire.dot(next == null ? null : to(next));
        assertThat(wire.read().isPositive()).isTrue();
    }

    private Line line(String host, Relay.Security security) {
        return line(new Relay(host, server.port(), security, null, null, 1));
    }

    private static Line line(Relay relay) {
        return new Line(
                relay,
                "tiedote.example.fi",
                SortingOffice.settings(Path.of("data")).delivery(),
                new Pipelining(relay, Duration.ofSeconds(1)));
    }

    private static Envelope to(String address) {
        return new Envelope(
                address.hashCode(),
                "tiedotteet@example.fi",
                EmailAddress.of(address).orElseThrow());
    }
}
