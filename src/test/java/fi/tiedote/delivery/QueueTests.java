package fi.tiedote.delivery;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QueueTests {
    private final SortingOffice office = new SortingOffice(Path.of("target", "no-couriers"));
    private final Ledger ledger = office.ledger;
    private final Queue queue = office.queue;
    private final UUID node = office.node();

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void aLetterIsClaimedByOneCourierOnly() {
        office.issue(5);

        assertThat(queue.claim(node, SortingOffice.RELAY, 3)).hasSize(3);
        assertThat(queue.claim(office.node(), SortingOffice.RELAY, 9)).hasSize(2);
        assertThat(queue.claim(node, SortingOffice.RELAY, 9)).isEmpty();
    }

    @Test
    void aClaimReadsNoMoreThanItTakesThoughTheLedgerWasJustFilled() {
        office.issue(5_000);

        var read = requireNonNull(office.database.transactions().execute(transaction -> {
            queue.claim(node, SortingOffice.RELAY, 10);
            return office.database.jdbc().sql("""
                    SELECT seq_tup_read + idx_tup_fetch FROM pg_stat_xact_user_tables WHERE relname = 'letter'
                    """).query(Long.class).single();
        }));

        assertThat(read).isLessThan(200);
    }

    @Test
    void whatIsUrgentGoesFirst() {
        var digest = office.issue(3);
        var confirmation = ledger.open("confirmation", "1", Priority.CONFIRMATION);
        var edition = office.editions.keep(
                confirmation, "fi", new Sheet(fi.tiedote.city.Language.FI, "Vahvista", "<p>x</p>", "x"));
        ledger.queue(edition, List.of(new Addressee(9, "uusi@example.org", "token")));

        assertThat(queue.claim(node, SortingOffice.RELAY, 9))
                .extracting(Letter::issueId)
                .containsExactly(
                        confirmation.id(),
                        digest.issue().id(),
                        digest.issue().id(),
                        digest.issue().id());
    }

    @Test
    void claimsReturnWhenTheLeaseHasRunOut() {
        office.issue(2);
        var dead = UUID.randomUUID();
        queue.renewLease(dead, Duration.ZERO);
        queue.claim(dead, SortingOffice.RELAY, 1);
        queue.claim(node, SortingOffice.RELAY, 1);

        assertThat(queue.takeBack()).isEqualTo(1);
        assertThat(queue.takeBack()).isZero();
        assertThat(office.tally()).extracting(Tally::queued, Tally::claimed).containsExactly(1L, 1L);
    }

    @Test
    void aLetterThatWasHandedBackHasNotBeenTried() {
        office.issue(1);
        queue.handBack(
                SortingOffice.RELAY,
                queue.claim(node, SortingOffice.RELAY, 1).stream()
                        .map(Returned::new)
                        .toList());

        assertThat(office.row(1)).isEqualTo(new SortingOffice.Row("QUEUED", 1, 0, null, true, SortingOffice.RELAY));
        assertThat(queue.claim(node, SortingOffice.RELAY, 1))
                .extracting(Letter::attempt)
                .containsExactly(2);
    }

    @Test
    void aDeferredLetterWaitsForItsTime() {
        office.issue(1);
        var due = office.clock.instant().plusSeconds(60);
        office.settle(queue.claim(node, SortingOffice.RELAY, 1).get(0), new Outcome.Deferred("450", due));

        assertThat(queue.claim(node, SortingOffice.RELAY, 1)).isEmpty();
        office.clock.advance(Duration.ofSeconds(60));
        assertThat(queue.claim(node, SortingOffice.RELAY, 1))
                .extracting(Letter::tries)
                .containsExactly(1);
    }

    @Test
    void issuesOfAClassTakeTurns() {
        office.issue(100);
        var other = ledger.open("weekly", "2026-11-23", Priority.DIGEST);
        var edition =
                office.editions.keep(other, "fi", new Sheet(fi.tiedote.city.Language.FI, "Viikko", "<p>x</p>", "x"));
        ledger.queue(edition, SortingOffice.addressees(100));

        assertThat(queue.claim(node, SortingOffice.RELAY, 20))
                .filteredOn(letter -> letter.issueId() == other.id())
                .hasSize(10);
    }

    @Test
    void aClockThatWasWrongKeepsNoNewLetterWaiting() {
        office.issue(1);
        office.clock.advance(Duration.ofDays(-400));
        assertThat(queue.claim(node, SortingOffice.RELAY, 1)).hasSize(1);
    }

    @Test
    void whatARelayMayHaveIsForThatRelayAlone() {
        office.issue(1);
        office.settle(
                queue.claim(node, SortingOffice.RELAY, 1).get(0), new Outcome.InDoubt("gone", office.clock.instant()));

        assertThat(queue.claim(node, "another", 1)).isEmpty();
        var again = queue.claim(node, SortingOffice.RELAY, 1);
        queue.handBack(SortingOffice.RELAY, List.of(new Returned(again.get(0))));
        assertThat(office.row(1).state()).isEqualTo("IN_DOUBT");
        assertThat(queue.claim(node, "another", 1)).isEmpty();
    }
}
