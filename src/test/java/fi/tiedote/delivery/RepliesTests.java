package fi.tiedote.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tiedote.kit.MailServer;
import fi.tiedote.kit.Stall;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** How long a courier waits for what a relay says. */
class RepliesTests {
    private final MailServer server = MailServer.start();

    @TempDir
    Path data;

    private SortingOffice office;

    @BeforeEach
    void open() {
        office = new SortingOffice(data);
    }

    @AfterEach
    void close() {
        office.close();
        server.close();
    }

    /** RFC 5321 §4.5.3.2. */
    @Test
    void aRelayHasTenMinutesForAMessageAndFiveForAnythingElse() {
        var usual = new Binder(new MapConfigurationPropertySource(Map.of("tiedote.data", "data")))
                .bindOrCreate("tiedote", DeliverySettings.class)
                .delivery();

        assertThat(usual.verdict()).isEqualTo(Duration.ofMinutes(10));
        assertThat(usual.reply()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void aRelayThatTakesLongForAMessageOnlyHasItOnce() {
        office.reply = Duration.ofSeconds(3);
        server.lingering(Duration.ofSeconds(4));
        office.issue(1);
        office.deliver(server, 1);

        assertThat(office.awaitState(1, "ACCEPTED", "IN_DOUBT").state()).isEqualTo("ACCEPTED");
        assertThat(server.taken()).hasSize(1);
    }

    @Test
    void aRelayThatSaysNothingToAMessageLeavesItsLetterInDoubt() {
        office.verdict = Duration.ofMillis(300);
        var stall = new Stall();
        server.afterDot(message -> stall.then(MailServer.CUT));
        office.issue(1);
        office.deliver(server, 1);
        stall.awaitReached();

        assertThat(office.awaitState(1, "IN_DOUBT", "DEFERRED").state()).isEqualTo("IN_DOUBT");
        stall.release();
    }

    @Test
    void aRelayThatSaysNothingToAnEnvelopeLeavesItsLetterForLater() {
        office.reply = Duration.ofMillis(300);
        var stall = new Stall();
        server.without("PIPELINING").onRcpt(recipient -> stall.then(MailServer.CUT));
        office.issue(1);
        office.deliver(server, 1);
        stall.awaitReached();

        assertThat(office.awaitState(1, "IN_DOUBT", "DEFERRED").state()).isEqualTo("DEFERRED");
        stall.release();
    }
}
