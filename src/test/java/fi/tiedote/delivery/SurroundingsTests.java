package fi.tiedote.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.tiedote.kit.MailServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to the machine around the couriers costs no letter and doubles none. */
class SurroundingsTests {
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

    @Test
    void aFullDiskSlowsACourierAndLosesNothing() throws IOException {
        server.afterDot(
                message -> message.recipient().equals(SortingOffice.address(20)) ? MailServer.CUT : "250 taken");
        office.issue(20);
        try (var full = FullDisk.in(data)) {
            office.deliverWith(full.journal(), server);
            office.awaitState(20, "IN_DOUBT");
            assertThat(office.tally().accepted()).isEqualTo(19);
        }
        assertThat(server.taken()).hasSize(19);
    }

    @Test
    void aDatabaseThatGoesAwayWhileLettersAreOnTheWayCostsNoneAndDoublesNone() {
        office.issue(600);
        server.afterDot(message -> {
            if (message.recipient().equals(SortingOffice.address(150))) {
                office.interruptDatabase();
            }
            return "250 taken";
        });
        office.deliver(server, 3);

        await().atMost(Duration.ofSeconds(40)).until(this::allAreAccepted);
        assertThat(server.taken()).hasSize(600);
    }

    @Test
    void aClockThatJumpsLosesNothingAndDoublesNothing() {
        server.onRcpt(recipient -> recipient.equals(SortingOffice.address(7)) ? "450 4.2.1 later" : "250 ok");
        office.issue(300);
        server.afterDot(message -> {
            var jump = message.recipient().equals(SortingOffice.address(40))
                    ? Duration.ofHours(-3)
                    : message.recipient().equals(SortingOffice.address(90)) ? Duration.ofHours(5) : Duration.ZERO;
            office.clock.advance(jump);
            return "250 taken";
        });
        office.deliver(server, 2);
        office.awaitState(7, "DEFERRED");
        server.onRcpt(recipient -> "250 ok");

        await().atMost(Duration.ofSeconds(20)).until(() -> {
            office.clock.advance(Duration.ofMinutes(30));
            return office.tally().accepted() == 300;
        });
        assertThat(server.taken()).hasSize(300);
    }

    @Test
    void nodesShareTheWork() {
        var servers = Stream.generate(MailServer::start).limit(3).toList();
        var edition = office.issue(0);
        servers.forEach(each -> office.deliver(each.lingering(Duration.ofMillis(5)), 2));
        office.ledger.queue(edition, SortingOffice.addressees(3_000));

        await().atMost(Duration.ofSeconds(40)).until(() -> office.tally().accepted() == 3_000);
        var shares = servers.stream().map(each -> each.taken().size()).toList();
        assertThat(shares.stream().mapToInt(Integer::intValue).sum()).isEqualTo(3_000);
        assertThat(shares).allSatisfy(share -> assertThat(share).isGreaterThan(300));
        servers.forEach(MailServer::close);
    }

    private boolean allAreAccepted() {
        try {
            return office.tally().accepted() == 600;
        } catch (org.springframework.dao.DataAccessException away) {
            return false;
        }
    }
}
