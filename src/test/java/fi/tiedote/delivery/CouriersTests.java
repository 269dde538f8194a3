package fi.tiedote.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.tiedote.kit.Delivered;
import fi.tiedote.kit.MailServer;
import fi.tiedote.kit.Stall;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CouriersTests {
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

    @Test
    void lettersOverFourConnectionsAllArriveOnce() {
        office.issue(900);
        office.deliver(server, 4);

        await().atMost(Duration.ofSeconds(30)).until(() -> office.tally().accepted() == 900);
        assertThat(server.taken()).hasSize(900);
        assertThat(server.taken()).extracting(Delivered::recipient).doesNotHaveDuplicates();
        assertThat(server.taken())
                .extracting(letter -> letter.header("Message-ID"))
                .doesNotHaveDuplicates();
        assertThat(server.connections()).isLessThanOrEqualTo(4);
    }

    @Test
    void aLetterIsMadeForItsReader() {
        office.issue(1, "Peru: " + Slot.UNSUBSCRIBE.mark() + "\n.\n..dots");
        office.deliver(server, 1);
        var letter = server.await(1).get(0);

        assertThat(letter.sender()).isEqualTo("tiedotteet@example.fi");
        assertThat(letter.recipients()).containsExactly(SortingOffice.address(1));
        assertThat(letter.header("To")).isEqualTo("<" + SortingOffice.address(1) + ">");
        var link = letter.header("List-Unsubscribe");
        var token = link.substring(link.lastIndexOf('/') + 1, link.length() - 1);
        assertThat(office.seals.open(Purpose.UNSUBSCRIBE, token)).contains("1.daily");
        assertThat(letter.raw()).contains("Peru:=20").contains(token).contains("\r\n.\r\n..dots\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {MailServer.CUT, "421 4.4.2 too many messages"})
    void aConnectionThatTheServerEndsBetweenTwoLettersIsNoLettersFault(String end) {
        var ended = ConcurrentHashMap.<String>newKeySet();
        server.onMail(sender -> server.taken().size() == 1 && ended.add("once") ? end : "250 ok");
        office.issue(2);
        office.deliver(server, 1);

        server.await(2);
        assertThat(office.awaitState(2, "ACCEPTED", "DEFERRED").state()).isEqualTo("ACCEPTED");
    }

    @Test
    void lettersWaitWhileTheRelayIsAwayAndHaveNotBeenTried() {
        server.close();
        office.issue(3);
        office.deliver(server, 2);
        await().until(() -> office.row(1).attempt() > 0 && office.row(1).state().equals("QUEUED"));
        assertThat(office.row(1)).matches(row -> row.tries() == 0 && row.reply() == null);

        server = MailServer.on(server.port());
        assertThat(server.await(3)).extracting(Delivered::recipient).doesNotHaveDuplicates();
        office.awaitState(1, "ACCEPTED");
    }

    @Test
    void lettersWaitWhileTheRelayRefusesTheSender() {
        server.onMail(sender -> "550 5.7.1 not from you");
        office.issue(3);
        office.deliver(server, 1);
        await().until(() -> office.row(1).attempt() > 0 && office.row(1).state().equals("QUEUED"));

        server.onMail(sender -> "250 ok");
        server.await(3);
        office.awaitState(3, "ACCEPTED");
    }

    @Test
    void theJournalsOfANodeThatDiedAreSettledAndTheRestGoes() throws IOException {
        office.issue(10);
        var dead = UUID.randomUUID();
        office.queue.renewLease(dead, Duration.ofHours(1));
        var letters = office.queue.claim(dead, SortingOffice.RELAY, 10);
        note(dead, 1, letters.subList(0, 3));
        note(dead, 2, letters.subList(3, 5));

        office.deliver(server, 2);
        await().until(() -> office.tally().accepted() == 10);
        assertThat(server.taken())
                .extracting(Delivered::recipient)
                .containsExactlyInAnyOrderElementsOf(
                        letters.subList(5, 10).stream().map(Letter::address).toList());
        assertThat(Journal.abandoned(data.resolve("courier"))).isEmpty();
    }

    @Test
    void whenAnotherNodeComesItSeesAllThatWasAccepted() {
        var third = new Stall();
        var fourth = new Stall();
        server.afterDot(message -> message.recipient().equals(SortingOffice.address(3))
                ? third.then("250 taken")
                : message.recipient().equals(SortingOffice.address(4)) ? fourth.then("250 taken") : "250 taken");
        office.issue(5);
        Set<String> heard = ConcurrentHashMap.newKeySet();
        office.deliver(server, 1, () -> office.notifications.on("courier_node", heard::add));
        third.awaitReached();
        await().until(() -> heard.contains(""));
        assertThat(office.row(1).state()).as("in the journal only").isEqualTo("CLAIMED");

        var other = UUID.randomUUID();
        office.queue.renewLease(other, Duration.ofHours(1));
        office.queue.announce(other);
        await().until(() -> heard.contains(other.toString()));
        third.release();
        fourth.awaitReached();
        assertThat(office.tally().accepted()).isEqualTo(3);
        fourth.release();
        office.awaitState(5, "ACCEPTED");
    }

    @Test
    void whoLeavesWhileACourierHoldsTheLetterDoesNotGetIt() {
        var stall = new Stall();
        Set<String> heard = ConcurrentHashMap.newKeySet();
        server.afterDot(message -> stall.then("250 taken"));
        office.issue(3);
        office.deliver(server, 1, () -> office.notifications.on("recall", heard::add));
        stall.awaitReached();
        await().until(() -> heard.contains(""));

        office.ledger.cancel(2, "daily");
        await().until(() -> heard.size() > 1);
        stall.release();

        office.awaitState(3, "ACCEPTED");
        assertThat(office.row(2).state()).isEqualTo("CANCELLED");
        assertThat(server.taken())
                .extracting(Delivered::recipient)
                .containsExactly(SortingOffice.address(1), SortingOffice.address(3));
    }

    @Test
    void whoStopsFinishesTheLetterInHandAndHandsTheRestBack() throws Exception {
        var stall = new Stall();
        server.afterDot(message -> stall.then("250 taken"));
        office.issue(3);
        var couriers = office.deliver(server, 1);
        stall.awaitReached();

        var stop = new Thread(couriers::stop);
        stop.start();
        await().until(() -> !couriers.isRunning());
        stall.release();
        stop.join(20_000);

        assertThat(server.taken()).hasSize(1);
        assertThat(office.tally()).extracting(Tally::accepted, Tally::queued).containsExactly(1L, 2L);
        assertThat(data.resolve("courier")).isEmptyDirectory();
    }

    @Test
    void aRelayMayBeNamedTwice() {
        office.issue(20);
        office.deliver(() -> {}, SortingOffice.relay(server, 1), SortingOffice.relay(server, 1));
        await().until(() -> office.tally().accepted() == 20);
    }

    @Test
    void aConnectionWithoutLettersIsNotKept() {
        office.issue(1);
        office.deliver(server, 1);
        server.await(1);
        await().until(() -> server.open() == 0);
    }

    private void note(UUID node, int number, List<Letter> accepted) throws IOException {
        try (var journal = Journal.open(data.resolve("courier"), node, number)) {
            for (var letter : accepted) {
                journal.accepted(letter);
            }
        }
    }
}
