package fi.tiedote.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.tiedote.kit.Delivered;
import fi.tiedote.kit.MailServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How couriers behave where they are not welcome, and with several relays. */
class MannersTests {
    private final MailServer server = MailServer.start();
    private final MailServer other = MailServer.start();

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
        other.close();
    }

    @Test
    void anAddressThatIsDeadIsSuspended() {
        server.onRcpt(recipient -> "550 5.1.1 nobody");
        office.issue(1);
        office.deliver(server, 1);
        office.awaitState(1, "REFUSED");

        assertThat(new Suspensions(office.database.jdbc()).take(9)).containsExactly(new Suspension(1, false));
        assertThat(new Suspensions(office.database.jdbc()).take(9)).isEmpty();
    }

    @Test
    void aFullMailboxIsNoDeadOne() {
        server.onRcpt(recipient -> "552 5.2.2 full");
        office.issue(1);
        office.deliver(server, 1);
        office.awaitState(1, "REFUSED");

        assertThat(new Suspensions(office.database.jdbc()).take(9)).isEmpty();
    }

    @Test
    void whoRefusesUsGetsNothingUntilOneLetterIsTaken() {
        server.afterDot(message -> "554 5.7.1 looks like spam");
        office.issue(60);
        office.deliver(server, 1);
        office.awaitState(1, "DEFERRED");
        await().until(() -> office.tally().claimed() == 0);

        assertThat(office.tally().refused()).isZero();
        // The next envelope may have been on its way already.
        assertThat(office.tally().deferred()).isLessThanOrEqualTo(2);
        assertThat(office.figures
                        .counter("tiedote.sender.alarms", "relay", server.host() + ":" + server.port())
                        .count())
                .isEqualTo(1);

        server.afterDot(message -> "250 taken");
        office.clock.advance(Duration.ofMinutes(30));
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            office.clock.advance(Duration.ofMinutes(1));
            return office.tally().accepted() == 60;
        });
        assertThat(server.taken()).extracting(Delivered::recipient).doesNotHaveDuplicates();
    }

    @Test
    void aDomainThatRefusesEverybodyHasNoDeadAddresses() {
        server.onRcpt(recipient -> recipient.endsWith("@example.org") ? "550 5.1.1 nobody" : "250 ok");
        office.issue(40);
        office.deliver(server, 2);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> office.tally().claimed() == 0
                        && office.tally().refused() == 0
                        && office.tally().deferred() > 0);

        var said = new Suspensions(office.database.jdbc()).take(99);
        var suspended = said.stream()
                .filter(each -> !each.lifted())
                .map(Suspension::subscriber)
                .toList();
        var lifted = said.stream()
                .filter(Suspension::lifted)
                .map(Suspension::subscriber)
                .toList();
        assertThat(lifted).containsAll(suspended);
    }

    @Test
    void aSlowDomainHoldsUpNoOther() {
        server.onRcpt(recipient -> recipient.endsWith("@hidas.example") ? "451 4.3.2 too busy" : "250 ok");
        office.ledger.queue(office.issue(0), people("hidas.example", 1, 200));
        office.ledger.queue(office.issue(0), people("example.org", 1_001, 50));
        office.deliver(server, 2);

        assertThat(server.await(50)).extracting(Delivered::recipient).allMatch(to -> to.endsWith("@example.org"));
        await().until(() -> office.tally().claimed() == 0);
        assertThat(office.tally().refused()).isZero();
        assertThat(office.tally().deferred()).isLessThan(20);
    }

    @Test
    void aLetterInDoubtIsLeftToTheOfficeWhereTheNewsletterSaysSo() {
        office.doubts = SortingOffice.LEFT;
        server.afterDot(message -> MailServer.TAKE_AND_CUT);
        office.issue(1);
        office.deliver(server, 1);

        assertThat(office.awaitState(1, "IN_DOUBT")).matches(row -> !row.due());
    }

    @Test
    void aLetterInDoubtWaitsForTheRelayThatMayHaveIt() {
        server.afterDot(message -> MailServer.TAKE_AND_CUT);
        office.issue(1);
        office.deliver(server, 1);
        var row = office.awaitState(1, "IN_DOUBT");
        office.deliver(other, 1);
        office.clock.advance(Duration.ofMinutes(16));

        server.afterDot(message -> "250 taken");
        office.awaitState(1, "ACCEPTED");
        assertThat(other.taken()).isEmpty();
        assertThat(office.row(1).relay()).isEqualTo(row.relay());
    }

    @Test
    void othersTakeOverWhatARelayCannotCarry() {
        server.onMail(sender -> "550 5.7.1 not from you");
        office.issue(60);
        office.deliver(() -> {}, SortingOffice.relay(server, 2), SortingOffice.relay(other, 2));

        assertThat(other.await(60)).extracting(Delivered::recipient).doesNotHaveDuplicates();
        await().until(() -> office.tally().accepted() == 60);
        assertThat(office.row(1).tries()).isEqualTo(1);
    }

    @Test
    void relaysShareByTheirWeights() {
        office.issue(1_000);
        office.deliver(() -> {}, weighing(server, 3), weighing(other, 1));
        await().atMost(Duration.ofSeconds(30)).until(() -> office.tally().accepted() == 1_000);

        assertThat(server.taken().size()).isBetween(550, 900);
        assertThat(server.taken().size() + other.taken().size()).isEqualTo(1_000);
    }

    @Test
    void aRelayThatWarmsUpGetsNoMoreThanItsDay() {
        office.issue(60);
        var plan = new Pace.WarmUp(java.time.LocalDate.of(2026, 11, 23), List.of(10, 100));
        var pace = new Pace(0, 0, 1_000, Duration.ofMinutes(30), plan);
        office.deliver(() -> {}, paced(server, pace));
        await().until(() -> office.tally().accepted() == 10);
        await().during(Duration.ofMillis(500)).until(() -> server.taken().size() == 10);

        office.clock.advance(Duration.ofDays(1));
        await().until(() -> office.tally().accepted() == 60);
    }

    @Test
    void aRelayGetsNoMoreLettersASecondThanItWants() {
        office.issue(30);
        var begin = System.nanoTime();
        office.deliver(() -> {}, paced(server, new Pace(20, 0, 5, Duration.ofMinutes(30), null)));
        await().until(() -> office.tally().accepted() == 30);

        // The first second's worth may go at once; at twenty a second, the rest takes half a second at least.
        assertThat(System.nanoTime() - begin)
                .isGreaterThan(Duration.ofMillis(400).toNanos());
        assertThat(server.connections()).isGreaterThanOrEqualTo(6);
    }

    private static Relay weighing(MailServer server, int weight) {
        return new Relay(
                server.host(),
                server.port(),
                Relay.Security.NONE,
                null,
                null,
                2,
                null,
                weight,
                Relay.Auth.ANY,
                null,
                Pace.FREE);
    }

    private static Relay paced(MailServer server, Pace pace) {
        return new Relay(
                server.host(), server.port(), Relay.Security.NONE, null, null, 1, null, 1, Relay.Auth.ANY, null, pace);
    }

    private static List<Addressee> people(String domain, long first, int count) {
        return LongStream.range(first, first + count)
                .mapToObj(id -> new Addressee(id, "tilaaja" + id + "@" + domain))
                .toList();
    }
}
