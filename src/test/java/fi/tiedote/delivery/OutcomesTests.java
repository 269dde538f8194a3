package fi.tiedote.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.tiedote.kit.Delivered;
import fi.tiedote.kit.MailServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a letter by what its relay says. */
class OutcomesTests {
    private MailServer server = MailServer.start();

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

    @ParameterizedTest
    @CsvSource({
        "MAIL, 451 4.3.0 later, DEFERRED",
        "MAIL, 421 4.3.2 closing, DEFERRED",
        "RCPT, 450 4.2.1 greylisted, DEFERRED",
        "RCPT, 550 5.1.1 nobody, REFUSED",
        "RCPT, 501 5.1.3 what an address, REFUSED",
        "RCPT, 421 4.3.2 closing, DEFERRED",
        "RCPT, cut, DEFERRED",
        "DATA, 452 4.3.1 full, DEFERRED",
        "DATA, 554 5.7.1 no, DEFERRED",
        "DOT, 451 4.7.1 later, DEFERRED",
        "DOT, 421 4.3.2 closing, DEFERRED",
        "DOT, 552 5.3.4 too big, REFUSED",
        "DOT, cut, IN_DOUBT",
        "DOT, take cut, IN_DOUBT"
    })
    void theAnswerDecides(String stage, String answer, String state) {
        script(stage, answer);
        office.issue(1);
        office.deliver(server, 1);
        assertThat(office.awaitState(1, "DEFERRED", "REFUSED", "IN_DOUBT", "ACCEPTED")
                        .state())
                .isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({"MAIL, 451 4.3.0 later, DEFERRED", "RCPT, 550 5.1.1 nobody, REFUSED", "DOT, cut, IN_DOUBT"})
    void theAnswerDecidesWithoutPipeliningToo(String stage, String answer, String state) {
        server.without("PIPELINING");
        theAnswerDecides(stage, answer, state);
    }

    @Test
    void aDeferredLetterGoesWhenItsTimeHasCome() {
        server.onRcpt(recipient -> "450 4.2.1 greylisted");
        office.issue(1);
        office.deliver(server, 1);
        assertThat(office.awaitState(1, "DEFERRED"))
                .matches(row -> row.due() && String.valueOf(row.reply()).contains("greylisted"));

        server.onRcpt(recipient -> "250 ok");
        office.clock.advance(Duration.ofMinutes(7));
        office.awaitState(1, "ACCEPTED");
        assertThat(server.taken()).hasSize(1);
    }

    @Test
    void aLetterThatIsLargerThanTheRelayTakesIsKeptAndCostsNoTransfer() {
        server.offering("SIZE 200").onMail(sender -> "452 4.5.3 not asked");
        office.issue(1);
        office.deliver(server, 1);

        assertThat(office.awaitState(1, "DEFERRED").reply()).contains("octets, more than the relay takes (SIZE)");
    }

    @Test
    void aRelayWithoutALimitOfSizeTakesEveryLetter() {
        server.offering("SIZE 0");
        office.issue(1);
        office.deliver(server, 1);

        assertThat(office.awaitState(1, "ACCEPTED").tries()).isEqualTo(1);
    }

    @Test
    void oneRefusalHarmsNoOther() {
        server.onRcpt(recipient -> recipient.equals(SortingOffice.address(2)) ? "550 5.1.1 nobody" : "250 ok");
        office.issue(3);
        office.deliver(server, 1);

        server.await(2);
        assertThat(office.awaitState(2, "REFUSED"))
                .matches(row -> !row.due() && String.valueOf(row.reply()).startsWith("550 5.1.1"));
        assertThat(server.taken())
                .extracting(Delivered::recipient)
                .containsExactly(SortingOffice.address(1), SortingOffice.address(3));
    }

    @Test
    void aLetterInDoubtGoesOnceMoreAsTheSameMessage() {
        server.afterDot(message -> MailServer.TAKE_AND_CUT);
        office.issue(1);
        office.deliver(server, 1);
        office.awaitState(1, "IN_DOUBT");

        server.afterDot(message -> "250 taken");
        office.clock.advance(Duration.ofMinutes(16));
        office.awaitState(1, "ACCEPTED");
        assertThat(server.taken()).hasSize(2);
        assertThat(server.taken())
                .extracting(letter -> letter.header("Message-ID"))
                .containsOnly(server.taken().get(0).header("Message-ID"));
    }

    @Test
    void aLetterInDoubtTwiceStaysInDoubt() {
        server.afterDot(message -> MailServer.TAKE_AND_CUT);
        office.issue(1);
        office.deliver(server, 1);
        office.awaitState(1, "IN_DOUBT");
        office.clock.advance(Duration.ofMinutes(16));

        server.await(2);
        await().until(() -> !office.awaitState(1, "IN_DOUBT").due());
        assertThat(office.row(1).tries()).isEqualTo(2);
    }

    @Test
    void aConnectionThatBreaksWithinTheMessageDefersTheLetter() {
        server.onData(recipient -> MailServer.CUT_WITHIN);
        office.issue(1, "pitkä teksti\n".repeat(800_000));
        office.deliver(server, 1);

        assertThat(office.awaitState(1, "DEFERRED", "IN_DOUBT", "ACCEPTED").state())
                .isEqualTo("DEFERRED");
    }

    @Test
    void anAddressBeyondAsciiNeedsARelayThatIsUpToIt() {
        office.ledger.queue(office.issue(0), List.of(new Addressee(1, "äiti@example.org")));
        office.deliver(server, 1);
        assertThat(office.awaitState(1, "REFUSED").reply()).contains("SMTPUTF8");
    }

    @Test
    void anAddressBeyondAsciiTravelsWhereTheRelayIsUpToIt() {
        server.offering("SMTPUTF8");
        office.ledger.queue(office.issue(0), List.of(new Addressee(1, "isä@example.org")));
        office.deliver(server, 1);

        assertThat(server.await(1).get(0).recipient()).isEqualTo("isä@example.org");
    }

    private void script(String stage, String answer) {
        switch (stage) {
            case "MAIL" -> server.onMail(sender -> answer);
            case "RCPT" -> server.onRcpt(recipient -> answer);
            case "DATA" -> server.onData(recipient -> answer);
            default -> server.afterDot(message -> answer);
        }
    }
}
