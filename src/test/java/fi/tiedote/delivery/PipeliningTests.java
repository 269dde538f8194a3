package fi.tiedote.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import fi.tiedote.kit.Delivered;
import fi.tiedote.kit.MailServer;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** Relays that offer PIPELINING and lose, drop or refuse what comes early: no letter is lost, doubled or refused by it. */
class PipeliningTests {
    private static final int LETTERS = 30;

    private final MailServer server = MailServer.start();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @TempDir
    Path data;

    private SortingOffice office;

    @BeforeEach
    void open() {
        office = new SortingOffice(data);
        log.start();
        logger().addAppender(log);
    }

    @AfterEach
    void close() {
        office.close();
        server.close();
        logger().detachAppender(log);
    }

    @ParameterizedTest
    @CsvSource({
        "lose, false",
        "cut, false",
        "554 5.5.0 SMTP synchronization error, false",
        "503 5.5.1 improper use of pipelining, false",
        "lose, true"
    })
    void aRelayThatDoesNotKeepToItGetsStepByStep(String early, boolean onlyAfterTheDot) {
        server.losingWhatComesEarly(early, onlyAfterTheDot);
        office.issue(LETTERS);
        office.deliver(server, 3);

        awaitAccepted(LETTERS);
        assertThat(recipients()).containsExactlyInAnyOrderElementsOf(everybody());
        assertThat(told()).hasSize(1).allMatch(line -> line.contains("one command at a time"));
        assertThat(office.row(1).tries()).isEqualTo(1);
    }

    /** The reply to the message is what is lost: that one letter is in doubt, and no second one. */
    @Test
    void aRelayThatGoesWhenAnEnvelopeComesEarlyPutsOneLetterInDoubt() {
        office.doubts = SortingOffice.LEFT;
        server.losingWhatComesEarly(MailServer.CUT, true);
        office.issue(LETTERS);
        office.deliver(server, 3);

        awaitAccepted(LETTERS - 1);
        assertThat(office.tally().inDoubt()).isEqualTo(1);
        assertThat(recipients()).hasSize(LETTERS - 1).doesNotHaveDuplicates();
        assertThat(told()).hasSize(1);
    }

    @Test
    void aRelayThatKeepsToItIsBelieved() {
        office.issue(LETTERS);
        office.deliver(server, 3);

        awaitAccepted(LETTERS);
        assertThat(recipients()).containsExactlyInAnyOrderElementsOf(everybody());
        assertThat(told()).isEmpty();
    }

    private void awaitAccepted(long letters) {
        Awaitility.await().until(() -> office.tally().accepted() >= letters);
    }

    private List<String> recipients() {
        return server.taken().stream().map(Delivered::recipient).toList();
    }

    private static List<String> everybody() {
        return LongStream.rangeClosed(1, LETTERS)
                .mapToObj(SortingOffice::address)
                .toList();
    }

    private List<String> told() {
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(Pipelining.class);
    }
}
